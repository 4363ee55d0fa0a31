// Empties the write-ahead log for the host: a pass for every word, until told to stop.
import { parentPort, workerData } from 'node:worker_threads'
import { logState, moveLog } from '@main/database/checkpoint'
import { openDatabase } from '@main/database/open'
import type { FromMover, ToMover } from '@main/jobs/checkpoints'

const port = parentPort
if (!port) throw new Error('not inside a worker thread')
// given by Checkpoints
const db = openDatabase((workerData as { file: string }).file)
const say = (message: FromMover): void => port.postMessage(message)

port.on('message', (message: ToMover) => {
  if (message === 'stop') {
    db.close()
    port.close()
    return
  }
  try {
    moveLog(db)
    say({ failed: null, ...logState(db) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error), ...logState(db) })
  }
})
