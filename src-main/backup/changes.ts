// Whether the office has changed since it was last backed up.
import { existsSync, statSync } from 'node:fs'
import type { Db } from '@main/database/open'

/** Marks moments of a connection; two equal marks mean nobody has written in between. */
export function changeMark(db: Db): string {
  // total_changes counts this connection's own rows, data_version what others committed.
  const own = db.prepare('SELECT total_changes()').pluck().get()
  return `${String(own)}/${String(db.pragma('data_version', { simple: true }))}`
}

/** Whether the file was written after the instant, by the file system's word; never opens it. */
export function writtenAfter(file: string, at: number): boolean {
  return ['', '-wal'].some((ending) => {
    const path = `${file}${ending}`
    if (!existsSync(path)) return false
    const { size, mtimeMs } = statSync(path)
    return size > 0 && mtimeMs > at
  })
}
