// A checkpoint moves what was written from the write-ahead log into the database file.
import type { Db } from './open'
import { statement } from './statements'

export interface LogState {
  /** Pages in the log. */
  pages: number
  /** Of these not yet in the file. */
  waiting: number
}

interface Row {
  log: number
  checkpointed: number
}

const stateOf = ({ log, checkpointed }: Row): LogState => ({
  pages: Math.max(0, log),
  waiting: Math.max(0, log - checkpointed),
})
const nothing: Row = { log: 0, checkpointed: 0 }

/** How long the log is; moves nothing. */
export const logState = (db: Db): LogState =>
  stateOf(statement<[], Row>(db, 'PRAGMA wal_checkpoint(NOOP)').get() ?? nothing)

/** Moves as much as can be moved without stopping anybody who reads or writes. */
export const moveLog = (db: Db): LogState =>
  stateOf(statement<[], Row>(db, 'PRAGMA wal_checkpoint(PASSIVE)').get() ?? nothing)

/** The length of the log from which a commit of this connection moves it by itself. */
export function moveByItself(db: Db, pages: number): void {
  db.pragma(`wal_autocheckpoint = ${pages}`)
  const held = db.pragma('wal_autocheckpoint', { simple: true })
  if (held !== pages) throw new Error(`wal_autocheckpoint is ${String(held)}, not ${pages}`)
}
