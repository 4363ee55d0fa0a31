// Backups as the office sees them: what there is, how old the last good one is, and the way back.
import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { backupProblems, backupReasons } from './reasons'

const nothing = z.strictObject({})
const instant = z.number().int()
const count = z.number().int()

export const backupRow = z.strictObject({
  name: z.string(),
  reason: z.enum(backupReasons),
  createdAt: instant,
  /** When the finished copy was reopened and checked. */
  verifiedAt: instant,
  /** Bytes of the database. */
  size: z.number(),
  /** How many records of each kind it holds, by table. */
  counts: z.record(z.string(), count),
  attachments: z.strictObject({ count, bytes: z.number() }),
  /** Where it lies: beside the data, in the second folder, or both. */
  places: z.array(z.enum(['main', 'second'])),
})
export type BackupRow = z.output<typeof backupRow>

/** A locale key under `backup.problems`, and when it happened. */
const failure = z.strictObject({ code: z.enum(backupProblems), at: instant }).nullable()

export const backupStatus = z.strictObject({
  /** When the newest verified copy was checked; null before the first. */
  verifiedAt: instant.nullable(),
  /** How old that copy is, in ms. */
  ageMs: z.number().nullable(),
  count,
  running: z.boolean(),
  failure,
  second: z.strictObject({ verifiedAt: instant.nullable(), failure }).nullable(),
})
export type BackupStatus = z.output<typeof backupStatus>

export const backupSettings = z.strictObject({
  /** An absolute folder on the host's computer, best on another disk; null for none. */
  secondFolder: z.string().max(500).nullable(),
})

const named = z.strictObject({ name: z.string().max(80) })

export const backupEndpoints = {
  /** Newest first. */
  list: query({ permission: 'backup.view', input: nothing, output: z.strictObject({ rows: z.array(backupRow) }) }),
  status: query({ permission: 'backup.view', input: nothing, output: backupStatus }),
  /** Answers at once; the job's result is `{ name }`. */
  create: job({ permission: 'backup.manage', input: nothing, output: z.strictObject({ jobId: z.number().int() }) }),
  /** Reads the whole backup again and compares every hash; answers when done. */
  verify: job({
    permission: 'backup.view',
    input: named,
    output: z.strictObject({ good: z.boolean(), damagedAttachments: count }),
  }),
  /**
   * Backs up the present, puts the named backup in its place and answers when the office is open again.
   * Everybody, the caller too, has to sign in anew.
   */
  restore: job({
    permission: 'backup.manage',
    input: named,
    output: z.strictObject({
      /** The backup made of the state before: restoring it undoes this. */
      before: z.string(),
      missingAttachments: count,
    }),
  }),
  settings: query({
    permission: 'backup.view',
    input: nothing,
    output: backupSettings.extend({ folder: z.string(), everyMinutes: count }),
  }),
  setSettings: command({ permission: 'backup.manage', input: backupSettings, output: nothing }),
}
