// A connection to the office's file. Nothing else in the program opens a database.
import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { syncFolderOf } from './durable'
import { applicationId, setPragmas } from './pragmas'
import { DatabaseProblem } from './problem'

export type Db = Database.Database

export interface OpenOptions {
  /** Path of the driver's native part, when it does not lie where the driver looks for it. */
  binding?: string
  readonly?: boolean
}

/**
 * Opens the file with every pragma of the guarantees set and read back; a missing file is created.
 * Throws DatabaseProblem: `foreign` (another program's file), `unsafe` (a pragma did not hold).
 * @example const db = openDatabase(join(dataDir, 'zhike.db'))
 */
export function openDatabase(file: string, options: OpenOptions = {}): Db {
  const kind = { memory: file === ':memory:', readonly: options.readonly ?? false }
  if (!kind.memory && !kind.readonly && !existsSync(file)) createFile(file, options)
  const db = connect(file, { ...options, mustExist: !kind.memory })
  try {
    if (kind.memory) db.pragma(`application_id = ${applicationId}`)
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw new DatabaseProblem('foreign')
    setPragmas(db, kind)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Closes after letting SQLite refresh its statistics and empty the write-ahead log. */
export function closeDatabase(db: Db): void {
  if (!db.open) return
  if (!db.readonly && !db.memory) {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  db.close()
}

/** A bare connection, no pragma set: for the opening checks and for creating files. */
export function connect(file: string, options: OpenOptions & { mustExist?: boolean } = {}): Db {
  const binding = options.binding ?? process.env['ZHIKE_SQLITE_BINDING']
  return new Database(file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
    ...(binding ? { nativeBinding: binding } : {}),
  })
}

// Under another name first: a start killed here leaves no file that could pass for an emptied one.
function createFile(file: string, options: OpenOptions): void {
  const draft = `${file}.new`
  rmSync(draft, { force: true })
  const db = connect(draft, options)
  db.pragma(`application_id = ${applicationId}`)
  db.close()
  renameSync(draft, file)
  syncFolderOf(file)
}
