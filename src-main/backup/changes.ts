// Whether the office's file was written since it was last backed up.
import { existsSync, statSync } from 'node:fs'

/** Whether the file was written after the instant, by the file system's word; never opens it. */
export function writtenAfter(file: string, at: number): boolean {
  return ['', '-wal'].some((ending) => {
    const path = `${file}${ending}`
    if (!existsSync(path)) return false
    const { size, mtimeMs } = statSync(path)
    return size > 0 && mtimeMs > at
  })
}
