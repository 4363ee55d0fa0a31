// What is thrown becomes a code of the closed list; details stay in the log.
import { BackupProblem } from '@main/backup/problem'
import type { Log } from '@main/log'
import { ApiError, fail, type RuleCode } from '@shared/api/errors'
import type { BackupProblemCode } from '@shared/features/backup/reasons'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Full disk, unreadable disk and the like: the office can do something about these. */
const storageCodes: Record<string, RuleCode> = {
  SQLITE_FULL: 'diskFull',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  SQLITE_READONLY: 'readOnly',
  EROFS: 'readOnly',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
}

const backupRules = {
  damagedSource: 'backupDamagedSource',
  damagedBackup: 'backupDamagedBackup',
  newerBackup: 'backupNewerBackup',
  busy: 'restoring',
  folder: 'backupFolder',
  failed: 'backupFailed',
} as const satisfies Record<Exclude<BackupProblemCode, 'notFound' | 'diskFull'>, RuleCode>

/** Also that of the backup before a dangerous step: the step is not taken, and why is told. */
export function ofBackup({ code }: BackupProblem): ApiError {
  if (code === 'notFound') return fail('notFound')
  if (code === 'diskFull') return fail('storage', { code })
  return fail('rule', { code: backupRules[code] })
}

export function asApiError(error: unknown, log: Log, path: string): ApiError {
  if (error instanceof ApiError) return error
  const code = codeOf(error)
  log.error('call failed', {
    path,
    code,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  if (error instanceof BackupProblem) return ofBackup(error)
  if (code.startsWith('SQLITE_BUSY')) return fail('busy')
  const storage = storageCodes[code] ?? (code.startsWith('SQLITE_IOERR') ? 'diskError' : undefined)
  if (storage) return fail('storage', { code: storage })
  return fail('internal')
}
