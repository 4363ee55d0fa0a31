// The same change to many records at once: to those that were ticked, or to all that a filter leaves.
import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { filterSchema } from '@shared/api/filters'
import { wordedCode } from '@shared/api/worded'

const id = z.number().int().positive()
const count = z.number().int()
const tag = z.string().trim().min(1).max(40)

export const bulkLists = ['customers', 'contacts', 'followUps'] as const
export type BulkList = (typeof bulkLists)[number]

export const bulkWhich = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(5000) }),
  z.strictObject({ filter: filterSchema.nullable(), search: z.string().max(100).optional() }),
])
export type BulkWhich = z.output<typeof bulkWhich>

export const bulkAction = z.discriminatedUnion('kind', [
  /** Values by field as an update takes them, custom ones in a group of their own; checked like any update. */
  z.strictObject({ kind: z.literal('set'), changes: z.record(z.string().max(64), z.unknown()) }),
  z.strictObject({ kind: z.literal('tags'), add: z.array(tag).max(20), remove: z.array(tag).max(20) }),
  z.strictObject({ kind: z.literal('archive') }),
])
export type BulkAction = z.output<typeof bulkAction>

/** More than this goes as a job. */
export const bulkAtOnce = 200

const asked = { list: z.enum(bulkLists), which: bulkWhich, action: bulkAction }
const refusal = z.strictObject({ id: count, label: z.string(), code: wordedCode, field: z.string().nullable() })

export const bulkResult = z.strictObject({
  done: count,
  unchanged: count,
  refused: count,
  /** The first of those that were refused. */
  refusals: z.array(refusal),
  changeSetId: count.nullable(),
})
export type BulkResult = z.output<typeof bulkResult>

/** Needs the right for bulk edits in the list's room, beside the right for the change itself. */
export const bulkEditEndpoints = {
  /** Nothing is written: how many it would be, and which would be refused and why. */
  preview: query({
    permission: 'signedIn',
    input: z.strictObject(asked),
    output: z.strictObject({
      total: count,
      /** Records that may be seen but not be worked on. */
      outOfReach: count,
      /** So many were tried out; the first ones, when there are more. */
      tried: count,
      unchanged: count,
      refused: count,
      refusals: z.array(refusal),
    }),
  }),
  /** At once, up to 200; the rule `tooLarge` asks for `start`. */
  run: command({ permission: 'signedIn', input: z.strictObject(asked), output: bulkResult }),
  /** Any number, in chunks that are one change set. The job's result is a BulkResult. */
  start: job({
    permission: 'signedIn',
    input: z.strictObject(asked),
    output: z.strictObject({ jobId: z.number().int() }),
  }),
  /** One chunk of a running job; only that job sends it. */
  chunk: command({
    permission: 'signedIn',
    input: z.strictObject({ run: z.string().max(64), at: z.number().int().min(0) }),
    output: z.strictObject({ next: count, result: bulkResult }),
  }),
}
