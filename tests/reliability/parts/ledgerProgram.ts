// A host in small: eight writers at once on the real database layer, each save acknowledged after its commit.
// node ledgerProgram.mjs DATADIR [SAVES]; ends after so many saves, otherwise never.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { syncFolderOf } from '@main/database/durable'
import type { Db } from '@main/database/open'
import { openLedger, write } from './office'

const dataDir = process.argv[2] ?? ''
const writers = 8
let left = Number(process.argv[3] ?? Infinity)

const db = openLedger(join(dataDir, 'zhike.db'))
db.exec('CREATE TABLE IF NOT EXISTS attachments (writer_id INTEGER, seq INTEGER, sha256 TEXT NOT NULL)')
for (let writer = 1; writer <= writers; writer += 1) void work(writer)

async function work(writer: number): Promise<void> {
  const last = db.prepare<[number], number>('SELECT last_seq FROM balances WHERE writer_id = ?').pluck().get(writer)
  for (let seq = (last ?? 0) + 1; ; seq += 1) {
    save(db, writer, seq)
    left -= 1
    writeSync(1, `${writer} ${seq}\n`)
    if (left <= 0) process.exit()
    await turn()
  }
}

// Every tenth save carries an attachment: the file first, then the row that refers to it.
function save(to: Db, writer: number, seq: number): void {
  if (seq % 10 !== 0) return write(to, writer, seq)
  const content = `附件 ${writer}-${seq}`
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = join(dataDir, 'files', sha256.slice(0, 2), sha256)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, content, { flush: true })
    renameSync(`${file}.part`, file)
    syncFolderOf(file)
  }
  to.transaction(() => {
    write(to, writer, seq)
    to.prepare('INSERT INTO attachments VALUES (?, ?, ?)').run(writer, seq, sha256)
  }).immediate()
}
