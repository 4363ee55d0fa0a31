import type { Dispatcher } from '@main/api/dispatch'
import { namedContents } from '@main/records/customFiles'
import { statement } from '@main/database/statements'

/** A content just kept waits this long for the row that will name it. */
const youngMs = 86_400_000

/**
 * Daily: contents that no attachment and no file field names go. Those in the recycle bin are named until they are purged; backups
 * keep their own.
 */
export async function cleanContents(host: Dispatcher): Promise<number> {
  const rows = statement<[], { hash: string }>(host.db, 'SELECT DISTINCT hash FROM attachments').all()
  const named = [...rows.map(({ hash }) => hash), ...namedContents(host.db, host.services.entities)]
  return host.services.contents.clean(new Set(named), host.clock() - youngMs)
}
