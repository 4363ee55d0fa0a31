// Long work on the real database layer while its log is emptied by the thread: each save acknowledged after its commit.
// node checkpointProgram.mjs DATADIR; never ends.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { logState } from '@main/database/checkpoint'
import { Checkpoints } from '@main/jobs/checkpoints'
import { openLedger, write } from './office'

const db = openLedger(join(process.argv[2] ?? '', 'zhike.db'))
db.exec('CREATE TABLE IF NOT EXISTS bulk (seq INTEGER, text TEXT)')
const say = (what: string) => () => void writeSync(1, `${what}\n`)
const checkpoints = new Checkpoints(db, { info: say('info'), warn: say('warn'), error: say('error') })
checkpoints.start()
const fill = db.prepare('INSERT INTO bulk VALUES (?, hex(randomblob(2000)))')
const last = db.prepare<[], number>('SELECT last_seq FROM balances WHERE writer_id = 1').pluck().get() ?? 0

for (let seq = last + 1; ; seq += 1) {
  db.transaction(() => {
    for (let page = 0; page < 200; page += 1) fill.run(seq)
    write(db, 1, seq)
  }).immediate()
  writeSync(1, `1 ${seq}\n`)
  const before = logState(db).waiting
  await checkpoints.settle()
  if (before > 0 && logState(db).waiting === 0) say('moved')()
}
