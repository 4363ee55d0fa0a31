// Answers the host's long reads one after the other, on a connection that cannot write.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { Answered, Asked } from '@main/jobs/reader'

const port = parentPort
if (!port) throw new Error('not inside a worker thread')
// given by Reader
const db = openDatabase((workerData as { file: string }).file, { readonly: true })
const say = (answer: Answered): void => port.postMessage(answer)

port.on('message', ({ id, sql, params }: Asked) => {
  try {
    say({ id, rows: statement(db, sql).all(...params) })
  } catch (error) {
    say({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
