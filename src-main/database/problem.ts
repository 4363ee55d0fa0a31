// Why a database file cannot be used: a code from a closed list, worded in locales/<lang>/database.ts.

export const databaseProblemCodes = [
  'missing',
  'renamed',
  'empty',
  'notDatabase',
  'foreign',
  'damaged',
  'newer',
  'unsafe',
  'migration',
  /** The copy that must come before a migration could not be made. */
  'notBackedUp',
  'unreadable',
] as const

export type DatabaseProblemCode = (typeof databaseProblemCodes)[number]

export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: DatabaseProblemCode, details: Record<string, string | number> = {}, cause?: unknown) {
    super(`database: ${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseProblem'
    this.code = code
    this.details = details
  }
}
