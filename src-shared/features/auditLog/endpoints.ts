// The audit log as people read it: who did what, when and from where.
import { z } from 'zod'
import { query } from '@shared/api/endpoint'
import { idInput } from '@shared/api/paging'
import { volumeKinds } from './rules'

export const auditRow = z.strictObject({
  id: z.number().int(),
  at: z.number().int(),
  personId: z.number().int(),
  /** Who sat at the keyboard when somebody entered on behalf of `personId`. */
  actorId: z.number().int(),
  device: z.string(),
  path: z.string(),
  /** `ok`, or the code of the failure, e.g. `forbidden` or `rule:lastOwner`. */
  outcome: z.string(),
  entity: z.string().nullable(),
  recordId: z.number().int().nullable(),
  /** What the record is called, when the reader may see it. */
  label: z.string().nullable(),
  changeSetId: z.number().int().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  /** An undo of an undo. */
  redo: z.boolean(),
})
export type AuditRow = z.output<typeof auditRow>

/** What a line may be about: sign-ins, changed records, rights and settings, what went on paper or into files. */
export const auditKinds = ['signIn', 'change', 'rights', 'print', 'export'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditChange = z.strictObject({
  entity: z.string(),
  /** Null for a record the reader does not see; then no field is told either. */
  recordId: z.number().int().nullable(),
  label: z.string().nullable(),
  action: z.enum(['create', 'update', 'archive', 'restore']),
  /** Only fields the reader sees whole. */
  fields: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
})
export type AuditChange = z.output<typeof auditChange>

export const unusualVolume = z.strictObject({
  personId: z.number().int(),
  /** 'YYYY-MM-DD' */
  on: z.string(),
  kind: z.enum(volumeKinds),
  count: z.number().int(),
  /** Of the person's days before; 0 when there were none. */
  usual: z.number().int(),
})

export const auditLogEndpoints = {
  /** Newest first; of the people in the reader's scope only. */
  list: query({
    permission: 'auditLog.view',
    input: z.strictObject({
      personId: z.number().int().positive().optional(),
      /** An endpoint (`customers.update`) or a room (`customers`). */
      path: z.string().max(80).optional(),
      kind: z.enum(auditKinds).optional(),
      entity: z.string().max(40).optional(),
      recordId: z.number().int().positive().optional(),
      /** `failed`: everything but `ok`. */
      outcome: z.enum(['ok', 'failed']).optional(),
      /** Epoch ms, from inclusive, to exclusive. */
      from: z.number().int().optional(),
      to: z.number().int().optional(),
      after: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(200).optional(),
    }),
    output: z.strictObject({ rows: z.array(auditRow), next: z.number().int().nullable() }),
  }),
  /** What a line changed, before and after; the first 100 records. */
  changes: query({
    permission: 'auditLog.view',
    input: idInput,
    output: z.strictObject({ rows: z.array(auditChange), more: z.boolean() }),
  }),
  /** Days of the last month on which somebody viewed, printed or exported far more than usual. Needs the scope 全部. */
  unusual: query({
    permission: 'auditLog.view',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(unusualVolume) }),
  }),
  /** Follows the whole chain; `brokenAt` is the first row that does not follow from the one before. Needs the scope 全部. */
  verify: query({
    permission: 'auditLog.view',
    input: z.strictObject({}),
    output: z.strictObject({ whole: z.boolean(), rows: z.number().int(), brokenAt: z.number().int().nullable() }),
  }),
}
