import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { idVersionInput } from '@shared/api/paging'

const id = z.number().int().positive()
const aboutInput = z.strictObject({ entity: z.string().max(40), id })
const text = z.string().trim().min(1, 'required').max(2000, 'tooLong')

export const comment = z.strictObject({
  id: z.number().int(),
  version: z.number().int(),
  at: z.number().int(),
  edited: z.boolean(),
  recordId: z.number().int(),
  text: z.string(),
  personId: z.number().int(),
  rootId: z.number().int().nullable(),
  coachedId: z.number().int().nullable(),
  toId: z.number().int().nullable(),
  /** When the one it is said to had it on screen. */
  seenAt: z.number().int().nullable(),
  /** The task given with it, as far as the viewer sees it. */
  task: z
    .strictObject({
      id: z.number().int(),
      version: z.number().int(),
      title: z.string(),
      dueOn: z.string().nullable(),
      done: z.boolean(),
      ownerId: z.number().int(),
    })
    .nullable(),
})
export type Comment = z.output<typeof comment>

/** Who sees a record sees and makes comments on it. */
export const commentsEndpoints = {
  /** Of several records of one kind, oldest first. */
  list: query({
    permission: 'signedIn',
    input: z.strictObject({ entity: z.string().max(40), ids: z.array(id).min(1).max(100) }),
    output: z.strictObject({ rows: z.array(comment) }),
  }),
  create: command({
    permission: 'signedIn',
    input: z.strictObject({
      about: aboutInput,
      text,
      replyTo: id.optional(),
      /** On a follow-up of somebody below: only they and those above see it. */
      coaching: z.boolean().optional(),
      /** Gives the coached a task about the same record. */
      task: z
        .strictObject({ title: z.string().trim().min(1).max(200), dueOn: z.iso.date('date').nullish() })
        .optional(),
    }),
    output: comment,
  }),
  /** One's own words only. */
  update: command({
    permission: 'signedIn',
    input: z.strictObject({ id, version: id, text }),
    output: comment,
  }),
  archive: command({ permission: 'signedIn', input: idVersionInput, output: z.strictObject({}) }),
  /** What was said to oneself about a record has been read. */
  seen: command({
    permission: 'signedIn',
    input: z.strictObject({ about: aboutInput }),
    output: z.strictObject({ seen: z.number().int() }),
  }),
}
