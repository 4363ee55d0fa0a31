import type { Dispatcher } from '@main/api/dispatch'
import { statement } from '@main/database/statements'

/** A content just kept waits this long for the row that will name it. */
const youngMs = 86_400_000

/**
 * Daily: contents that no attachment names go. Those in the recycle bin are named until they are purged; backups
 * keep their own.
 */
export async function cleanContents(host: Dispatcher): Promise<number> {
  const rows = statement<[], { hash: string }>(host.db, 'SELECT DISTINCT hash FROM attachments').all()
  return host.services.contents.clean(new Set(rows.map(({ hash }) => hash)), host.clock() - youngMs)
}
