import type { Dispatcher } from '@main/api/dispatch'
import { BackupProblem } from '@main/backup/problem'
import { statement } from '@main/database/statements'
import { namedContents } from '@main/records/customFiles'

/** A content just kept waits this long for the row that will name it. */
const youngMs = 86_400_000

/**
 * Daily: contents that no attachment and no file field names go. Those in the recycle bin are named until they are
 * purged, those a file field held before until their history goes; backups keep their own. Never while a backup is
 * being made: it would list a file and then not find it, or copy rows whose file has gone.
 */
export async function cleanContents(host: Dispatcher, signal: AbortSignal): Promise<number> {
  const { backups } = host.services
  if (backups === null) return clean(host, signal)
  return backups
    .between(() => clean(host, signal))
    .catch((error: unknown) => {
      // the restored office cleans for itself
      if (error instanceof BackupProblem && error.code === 'busy') return 0
      throw error
    })
}

async function clean({ db, services, clock }: Dispatcher, signal: AbortSignal): Promise<number> {
  const inFields = await namedContents(db, services.entities, signal)
  const attached = statement<[string], { id: number }>(db, 'SELECT id FROM attachments WHERE hash = ? LIMIT 1')
  const isNeeded = (hash: string): boolean => inFields.has(hash) || attached.get(hash) !== undefined
  return services.contents.clean({ isNeeded, before: clock() - youngMs, signal })
}
