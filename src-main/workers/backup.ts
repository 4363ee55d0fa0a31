// Copies and hashes for backups, away from the host's thread.
import { copyDatabase, hashesOf } from '@main/backup/copying'
import type { BackupTask } from '@main/backup/inWorker'
import { serveWorker } from '@main/jobs/workerSide'

serveWorker(
  async function* (work: BackupTask): AsyncGenerator<unknown> {
    yield work.task === 'copy' ? await copyDatabase(work.source, work.target) : await hashesOf(work.files)
  },
  (error) => {
    if (!(error instanceof Error)) return undefined
    return { code: 'code' in error ? String(error.code) : 'FAILED', params: { message: error.message } }
  },
)
