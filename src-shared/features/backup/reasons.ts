// Why a backup was made.
export const backupReasons = [
  'schedule',
  'manual',
  'beforeMigration',
  'beforeImport',
  'beforeBulk',
  'beforeRestore',
  'beforeUpdate',
  'beforeDemo',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** Why a backup or a restore did not happen; worded in locales/<lang>/backup.ts. */
export const backupProblems = [
  'diskFull',
  'damagedSource',
  'damagedBackup',
  /** Made by a newer program than this one. */
  'newerBackup',
  'notFound',
  'busy',
  'folder',
  'failed',
] as const
export type BackupProblemCode = (typeof backupProblems)[number]
