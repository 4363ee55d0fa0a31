// Whether the office's data is safe, and what came in lately by import.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { OutputOf } from '@shared/api/endpoint'
import type { todayEndpoints } from '@shared/features/today/endpoints'

type Home = OutputOf<(typeof todayEndpoints)['home']>

/** Null without the right, and for an office in memory, which has no backups. */
export function backupState(ctx: Context): Home['backup'] {
  if (!ctx.rights.can('backup.view') || !ctx.services.backups) return null
  const { newest, failure } = ctx.services.backups.status()
  return { verifiedAt: newest?.verifiedAt ?? null, failedAt: failure?.at ?? null }
}

const shown = 3
interface Import {
  changeSetId: number
  at: number
  personId: number
  records: number
  undone: number
}

/** Those of the people whose changes the viewer may look into. */
export function lastImports(ctx: Context): Home['imports'] {
  if (!ctx.rights.can('changeSets.view')) return null
  const people = ctx.rights.workable('changeSets.view')
  // ids of our own making
  const reach = people === 'all' ? '1' : `s.person_id IN (${[...people].join(',')})`
  const rows = statement<[], Import>(
    ctx.db,
    `SELECT s.id changeSetId, s.at, s.person_id personId, s.undone_by_id IS NOT NULL undone,
       (SELECT count(*) FROM changes c WHERE c.change_set_id = s.id) records
     FROM change_sets s WHERE s.path IN ('importExport.run', 'importExport.writeChunk') AND ${reach} ORDER BY s.id DESC LIMIT ${shown}`,
  ).all()
  return rows.map((row) => ({ ...row, undone: row.undone === 1 }))
}
