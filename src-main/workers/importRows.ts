// The thread that writes the rows of an import.
import { type ImportTask, writeAll, type Written } from '@main/features/importExport/writing'
import { threadError, threadWork } from '@main/host/thread'
import { serveWorker } from '@main/jobs/workerSide'
import type { Brief, FromThread } from '@main/jobs/writingThread'

interface Given {
  brief: Brief
  task: ImportTask
}

serveWorker<Given, FromThread<Written>>(
  ({ brief, task }) => threadWork(brief, (given) => writeAll(given.ctx, task, given)),
  threadError,
)
