// A host in small: eight writers at once on the real database layer, each save acknowledged after its commit.
// node ledgerProgram.mjs DATADIR [SAVES]; ends after so many saves, otherwise never. ZHIKE_FAULT plants one:
// ackFirst (before the commit), rowFirst (before its attachment), normal (synchronous, as a reopened file has it).
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

const fault = process.env['ZHIKE_FAULT']

const db = openLedger(join(dataDir, 'zhike.db'))
if (fault === 'normal') db.pragma('synchronous = NORMAL')
db.exec('CREATE TABLE IF NOT EXISTS attachments (writer_id INTEGER, seq INTEGER, sha256 TEXT NOT NULL)')
for (let writer = 1; writer <= writers; writer += 1) void work(writer)

async function work(writer: number): Promise<void> {
  const last = db.prepare<[number], number>('SELECT last_seq FROM balances WHERE writer_id = ?').pluck().get(writer)
  for (let seq = (last ?? 0) + 1; ; seq += 1) {
    const acknowledge = (): unknown => writeSync(1, `${writer} ${seq}\n`)
    if (fault === 'ackFirst') acknowledge()
    save(db, writer, seq)
    left -= 1
    if (fault !== 'ackFirst') acknowledge()
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
  const keep = (): void => {
    if (existsSync(file)) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, content, { flush: true })
    renameSync(`${file}.part`, file)
    syncFolderOf(file)
  }
  if (fault !== 'rowFirst') keep()
  to.transaction(() => {
    write(to, writer, seq)
    to.prepare('INSERT INTO attachments VALUES (?, ?, ?)').run(writer, seq, sha256)
  }).immediate()
  if (fault === 'rowFirst') keep()
}
