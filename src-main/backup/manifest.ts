// A finished backup is a folder: zhike.db, files.json (the attachments it refers to) and manifest.json.
// The folder gets its name last, so one that has it is whole.
import { twoDigits } from '@shared/dates'
import { z } from 'zod'
import { backupReasons, type BackupReason } from '@shared/features/backup/reasons'

export const databaseName = 'zhike.db'
export const manifestName = 'manifest.json'
export const fileListName = 'files.json'
/** Folder of the attachments that backups refer to, shared by all backups of one place. */
export const poolName = 'files'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const sizedHash = z.object({ size: z.number().int().nonnegative(), sha256: hash })

export const manifestSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  reason: z.enum(backupReasons),
  createdAt: z.number().int(),
  /** When the finished copy was reopened, checked and hashed. */
  verifiedAt: z.number().int(),
  schemaVersion: z.number().int(),
  database: sizedHash,
  counts: z.record(z.string(), z.number().int()),
  attachments: z.object({ count: z.number().int(), bytes: z.number(), sha256: hash }),
})
export type Manifest = z.output<typeof manifestSchema>

export const fileListSchema = z.array(sizedHash.extend({ path: z.string() }))
export type ListedFile = z.output<typeof fileListSchema>[number]

/** What the copying thread found in the copy it had finished. */
export const copySchema = manifestSchema.pick({ schemaVersion: true, database: true, counts: true })
export type Copy = z.output<typeof copySchema>

const namePattern = /^\d{8}-\d{6}-[a-zA-Z]+(-\d+)?$/

/** Names come from the interface too: anything else never reaches the file system. */
export const isBackupName = (name: string): boolean => namePattern.test(name)

/** `20261122-034200-schedule`, in local time as the office reads it. */
export function backupName(at: number, reason: BackupReason): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}${twoDigits(date.getMonth() + 1)}${twoDigits(date.getDate())}`
  return `${day}-${twoDigits(date.getHours())}${twoDigits(date.getMinutes())}${twoDigits(date.getSeconds())}-${reason}`
}
