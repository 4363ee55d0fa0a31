// The opening check: what kind of file lies where the office's file should be. It only reads;
// a file that is refused stays byte for byte as it was found.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readHeader } from './header'
import { connect, type Db, type OpenOptions } from './open'
import { applicationId } from './pragmas'
import { DatabaseProblem, type DatabaseProblemCode } from './problem'

export type FileState =
  /** Nothing there and nothing that speaks of an earlier office: a first start. */
  | { state: 'new' }
  | { state: 'ready'; version: number }
  | { state: 'refused'; code: DatabaseProblemCode; details: Readonly<Record<string, string | number>> }

// A whole check reads every page; above this size it is left to the backups' check of each copy.
const wholeCheckUpTo = 16_777_216

/**
 * Looks at a file before it is opened for work. `known` is the number of migrations this program has.
 * @example inspectFile(join(dataDir, 'zhike.db'), 12) // → { state: 'ready', version: 12 }
 */
export function inspectFile(file: string, known: number, options: OpenOptions = {}): FileState {
  if (!existsSync(file)) return absent(file)
  if (statSync(file).size === 0) return refused('empty')
  try {
    const version = asFound(file)
    if (version > known) return refused('newer', { file: version, program: known })
    return asOpened(file, known, options)
  } catch (error) {
    if (error instanceof DatabaseProblem) return refused(error.code, error.details)
    return refused(codeOf(error))
  }
}

/** Other files in the folder that hold an office of ours, e.g. after somebody renamed the file. */
export function officeFilesBeside(file: string): string[] {
  const folder = dirname(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(-wal|-shm|-journal|\.new|\.lock)$/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .filter((path) => path !== file && isOfficeFile(path))
    .sort()
}

function absent(file: string): FileState {
  const [candidate] = officeFilesBeside(file)
  if (candidate !== undefined) return refused('renamed', { candidate })
  return existsSync(`${file}-wal`) ? refused('missing') : { state: 'new' }
}

function isOfficeFile(path: string): boolean {
  try {
    return readHeader(path)?.applicationId === applicationId
  } catch {
    return false
  }
}

// Without its log: the header alone says whose file it is.
function asFound(file: string): number {
  const header = readHeader(file)
  if (header === null) throw new DatabaseProblem('notDatabase')
  if (header.applicationId === applicationId) return header.userVersion
  throw new DatabaseProblem(header.blank && header.applicationId === 0 ? 'empty' : 'foreign')
}

function asOpened(file: string, known: number, options: OpenOptions): FileState {
  return withFile(file, options, (db) => {
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version > known) return refused('newer', { file: version, program: known })
    return isWhole(db, file) ? { state: 'ready', version } : refused('damaged')
  })
}

function isWhole(db: Db, file: string): boolean {
  const size = statSync(file).size
  const logged = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  const pages = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  if (!logged && size < pages) return false
  if (size <= wholeCheckUpTo) return db.pragma('quick_check(1)', { simple: true }) === 'ok'
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  for (const { name } of tables) db.prepare(`SELECT 1 FROM "${name.replaceAll('"', '""')}" LIMIT 1`).get()
  return true
}

function withFile<T>(file: string, options: OpenOptions, read: (db: Db) => T): T {
  const db = connect(file, { ...options, readonly: true, mustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const refused = (code: DatabaseProblemCode, details: Record<string, string | number> = {}): FileState => ({
  state: 'refused',
  code,
  details,
})

function codeOf(error: unknown): DatabaseProblemCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_NOTADB')) return 'notDatabase'
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_ERROR') ? 'damaged' : 'unreadable'
}
