import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { idVersionInput } from '@shared/api/paging'
import { changesSchema, rowSchema } from '@shared/fields/schemas'
import { taskFields } from './fields'

const id = z.number().int().positive()
export const aboutInput = z.strictObject({ entity: z.string().max(40), id })
const row = rowSchema(taskFields)

export const taskLine = z.strictObject({
  task: row,
  /** What it is about, as far as the viewer sees it. */
  about: z
    .strictObject({
      entity: z.string(),
      id: z.number().int(),
      label: z.string().nullable(),
      customerId: z.number().int().nullable(),
    })
    .nullable(),
  /** Only `overdue` and `dueToday` stand on today's list. */
  reason: z.enum(['overdue', 'dueToday', 'later', 'someDay', 'done']),
})
export type TaskLine = z.output<typeof taskLine>

/** Seen by who does it, who gave it, and everybody above who does it; given to oneself or to people below. */
export const tasksEndpoints = {
  list: query({
    permission: 'signedIn',
    input: z.strictObject({
      /** `me`: mine to do; `given`: that I gave to others; `myPeople`: of those below. Default: all in sight. */
      whose: z.enum(['me', 'given', 'myPeople']).optional(),
      done: z.boolean().optional(),
      /** Only late ones and those of today. */
      due: z.boolean().optional(),
      /** About a customer or anything that belongs to it. */
      customerId: id.optional(),
      about: aboutInput.optional(),
      limit: z.number().int().min(1).max(200).optional(),
    }),
    output: z.strictObject({ rows: z.array(taskLine), more: z.boolean() }),
  }),
  create: command({
    permission: 'signedIn',
    input: z.strictObject({
      title: z.string().trim().min(1, 'required').max(200, 'tooLong'),
      note: z.string().trim().max(2000, 'tooLong').nullish(),
      ownerId: id.optional(),
      dueOn: taskDay().nullish(),
      about: aboutInput.optional(),
    }),
    output: row,
  }),
  update: command({
    permission: 'signedIn',
    input: z.strictObject({ id, version: id, changes: changesSchema(taskFields) }),
    output: row,
  }),
  done: command({
    permission: 'signedIn',
    input: z.strictObject({ id, version: id, done: z.boolean() }),
    output: row,
  }),
  archive: command({ permission: 'signedIn', input: idVersionInput, output: row }),
}

function taskDay(): z.ZodType<string, string> {
  return z.iso.date('date')
}
