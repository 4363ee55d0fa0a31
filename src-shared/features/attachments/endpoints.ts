import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { idVersionInput } from '@shared/api/paging'

const id = z.number().int().positive()
const aboutInput = z.strictObject({ entity: z.string().max(40), id })
const token = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)

export const attachment = z.strictObject({
  id: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  size: z.number().int(),
  at: z.number().int(),
  personId: z.number().int(),
  entity: z.string(),
  recordId: z.number().int(),
  /** What the record is called, as far as the viewer sees it. */
  label: z.string().nullable(),
  canRemove: z.boolean(),
})
export type Attachment = z.output<typeof attachment>

/** Who sees a record sees its files; who may change it adds, renames and puts them away. */
export const attachmentsEndpoints = {
  list: query({
    permission: 'signedIn',
    input: z.strictObject({
      /** Of several records of one kind. */
      about: z.strictObject({ entity: z.string().max(40), ids: z.array(id).min(1).max(100) }).optional(),
      /** Of a customer and all that belongs to it. */
      customerId: id.optional(),
    }),
    output: z.strictObject({ rows: z.array(attachment), canAdd: z.boolean() }),
  }),
  /** Keeps a finished upload (files.begin, files.append) with a record. */
  add: job({
    permission: 'signedIn',
    input: z.strictObject({ about: aboutInput, token }),
    output: z.strictObject({ attachment, changeSetId: z.number().int() }),
  }),
  rename: command({
    permission: 'signedIn',
    input: z.strictObject({ id, version: id, name: z.string().trim().min(1, 'required').max(200, 'tooLong') }),
    output: attachment,
  }),
  archive: command({ permission: 'signedIn', input: idVersionInput, output: z.strictObject({}) }),
  /** Checks the content against its hash and offers it to files.download. */
  open: job({
    permission: 'signedIn',
    input: z.strictObject({ id, purpose: z.enum(['preview', 'download']) }),
    output: z.strictObject({ token, name: z.string(), size: z.number().int() }),
  }),
}
