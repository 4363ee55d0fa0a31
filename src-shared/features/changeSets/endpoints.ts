import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { idInput } from '@shared/api/paging'

export const changeSetRow = z.strictObject({
  id: z.number().int(),
  path: z.string(),
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number().int(),
  personId: z.number().int(),
  actorId: z.number().int(),
  device: z.string(),
  changeCount: z.number().int(),
  undoneById: z.number().int().nullable(),
  undoes: z.number().int().nullable(),
})
export type ChangeSetRow = z.output<typeof changeSetRow>

/** What an undo would do to one record, or why it leaves something alone. */
export const undoItem = z.strictObject({
  entity: z.string(),
  recordId: z.number().int(),
  label: z.string(),
  action: z.enum(['create', 'update', 'archive', 'restore']),
  fields: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  /** Fields (or `record`) edited since: they stay as they are. */
  skipped: z.array(
    z.strictObject({ field: z.string(), reason: z.enum(['editedSince', 'usedSince', 'gone', 'notAllowed']) }),
  ),
})

export const undoSummary = z.strictObject({
  records: z.number().int(),
  restored: z.number().int(),
  skipped: z.number().int(),
  /** The first 200. */
  items: z.array(undoItem),
})

export const changeSetsEndpoints = {
  list: query({
    permission: 'changeSets.view',
    input: z.strictObject({
      personId: z.number().int().positive().optional(),
      path: z.string().max(80).optional(),
      after: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    output: z.strictObject({ rows: z.array(changeSetRow), next: z.number().int().nullable() }),
  }),
  preview: query({ permission: 'changeSets.view', input: idInput, output: undoSummary }),
  /** Small sets at once; large ones (an import) run as a job: ask `jobs.read`. */
  undo: command({
    permission: 'changeSets.undo',
    input: idInput,
    output: z.strictObject({ changeSetId: z.number().int(), summary: undoSummary }),
  }),
  undoLarge: job({
    permission: 'changeSets.undo',
    input: idInput,
    output: z.strictObject({ jobId: z.number().int() }),
  }),
}
