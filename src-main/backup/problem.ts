import type { BackupProblemCode } from '@shared/features/backup/reasons'

/** A backup or restore that did not happen, with its code. */
export class BackupProblem extends Error {
  constructor(
    readonly code: BackupProblemCode,
    cause?: unknown,
  ) {
    super(`backup: ${code}`, cause === undefined ? undefined : { cause })
    this.name = 'BackupProblem'
  }
}

/** Names the cause of any failure while copying. */
export function asBackupProblem(error: unknown): BackupProblem {
  if (error instanceof BackupProblem) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return new BackupProblem('diskFull', error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'DAMAGED') return new BackupProblem('damagedSource', error)
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
    return new BackupProblem('folder', error)
  return new BackupProblem('failed', error)
}
