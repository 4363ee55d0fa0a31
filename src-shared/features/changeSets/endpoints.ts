import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { idInput } from '@shared/api/paging'

const count = z.number().int()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

export const changeSetRow = z.strictObject({
  id: z.number().int(),
  path: z.string(),
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number().int(),
  personId: z.number().int(),
  actorId: z.number().int(),
  device: z.string(),
  changeCount: count,
  undoneById: z.number().int().nullable(),
  undoes: z.number().int().nullable(),
  /** Whether it took something back, or brought about again what had been taken back. */
  way: z.enum(['done', 'undone', 'redone']),
  /** The first record it touched, by name; '' when the viewer does not see it. */
  about: z.string(),
})
export type ChangeSetRow = z.output<typeof changeSetRow>

/** `rule`: the state before would break a rule of today, e.g. take away the last owner. */
export const skipReasons = ['editedSince', 'usedSince', 'gone', 'notAllowed', 'rule'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What an undo does to one record, or why it leaves something alone. */
export const undoItem = z.strictObject({
  entity: z.string(),
  recordId: z.number().int(),
  /** '' for a record the viewer does not see. */
  label: z.string(),
  /** What the undo does: a record the set created is archived. `update` touches fields only. */
  action: z.enum(['update', 'archive', 'restore']),
  fields: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  /** Fields (or `record`) that stay as they are. */
  skipped: z.array(z.strictObject({ field: z.string(), reason: z.enum(skipReasons) })),
})
export type UndoItem = z.output<typeof undoItem>

export const undoSummary = z.strictObject({
  /** Records the set touched. */
  records: count,
  /** Fields put back, records archived or restored. */
  restored: count,
  skipped: count,
  /** The first 200. */
  items: z.array(undoItem),
})
export type UndoSummary = z.output<typeof undoSummary>

/** A set with more changes than this is undone by `undoLarge`. */
export const undoneAtOnce = 200

/** What was done, in the words people look for it by: paths, or their last names in any room. */
export const changeKinds = {
  create: ['create', 'quickCreate', 'createPerson', 'createDepartment'],
  update: ['update', 'setTeam', 'set', 'updatePerson', 'updateDepartment', 'placeDepartment'],
  archive: ['archive', 'archiveMany', 'archiveDepartment'],
  restore: ['restore', 'restoreMany'],
  import: ['importExport.run', 'importExport.writeChunk', 'importExport.takeEdits'],
  bulk: ['bulkEdit.run', 'bulkEdit.chunk', 'handovers.run', 'duplicates.merge'],
  undo: ['undo', 'undoLarge', 'undoChunk'],
} as const
export type ChangeKind = keyof typeof changeKinds | 'other'
export const changeKindNames = ['create', 'update', 'archive', 'restore', 'import', 'bulk', 'undo', 'other'] as const

/** Records of a set, with the fields to put back; `record` stands for its being made, archived or restored. */
const chosenRecords = z
  .array(
    z.strictObject({
      entity: z.string().max(40),
      recordId: z.number().int().positive(),
      fields: z.array(z.string().max(80)).min(1).max(200),
    }),
  )
  .min(1)
  .max(undoneAtOnce)
export type ChosenRecords = z.output<typeof chosenRecords>

export const changeSetsEndpoints = {
  list: query({
    permission: 'changeSets.view',
    input: z.strictObject({
      personId: z.number().int().positive().optional(),
      path: z.string().max(80).optional(),
      kind: z.enum(changeKindNames).optional(),
      /** Sets that touched a record of this kind. */
      entity: z.string().max(40).optional(),
      /** Days, both included. */
      from: day.optional(),
      until: day.optional(),
      after: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    output: z.strictObject({ rows: z.array(changeSetRow), next: z.number().int().nullable() }),
  }),
  preview: query({ permission: 'changeSets.view', input: idInput, output: undoSummary }),
  /** Small sets at once; the rule `tooLarge` asks for `undoLarge`, `nothingToUndo` says that all of it was changed since. */
  undo: command({
    permission: 'changeSets.undo',
    input: z.strictObject({
      id: z.number().int().positive(),
      /** Only these of its records and fields; the set as a whole stays to be undone. */
      only: chosenRecords.optional(),
    }),
    output: z.strictObject({ changeSetId: z.number().int(), summary: undoSummary }),
  }),
  /** Any set, in chunks; the job's result is `undo`'s output. Called off, it keeps what it has undone, itself one set. */
  undoLarge: job({
    permission: 'changeSets.undo',
    input: idInput,
    output: z.strictObject({ jobId: z.number().int() }),
  }),
  /** One chunk of a running undo; only that job sends it. */
  undoChunk: command({
    permission: 'changeSets.undo',
    input: z.strictObject({ run: z.string().max(64), before: z.number().int().nullable() }),
    output: z.strictObject({ changeSetId: z.number().int(), next: z.number().int().nullable(), summary: undoSummary }),
  }),
}
