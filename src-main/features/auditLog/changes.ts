// What a line of the audit log changed, as far as its reader may see the records and fields.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { visibleDiff, visibleIds } from '@main/records/read'
import { fail } from '@shared/api/errors'
import type { AuditChange } from '@shared/features/auditLog/endpoints'
import { labelsOf, lineInReach } from './queries'

const shown = 100

interface Stored {
  entity: string
  recordId: number
  action: AuditChange['action']
  diff: string
}

/** Throws `notFound` for a line out of reach. */
export function changesOf(ctx: Context, id: number): { rows: AuditChange[]; more: boolean } {
  const line = lineInReach(ctx, id)
  if (!line) throw fail('notFound')
  if (line.changeSetId === null) return { rows: [], more: false }
  const rows = statement<[number, number], Stored>(
    ctx.db,
    'SELECT entity, record_id recordId, action, diff FROM changes WHERE change_set_id = ? ORDER BY id LIMIT ?',
  ).all(line.changeSetId, shown + 1)
  const page = rows.slice(0, shown)
  const seen = seenAmong(ctx, page)
  const labels = labelsOf(ctx, page)
  return {
    rows: page.map((row) => changeOf(ctx, row, seen, labels)),
    more: rows.length > shown,
  }
}

const keyOf = ({ entity, recordId }: Stored): string => `${entity}/${recordId}`

function seenAmong(ctx: Context, rows: readonly Stored[]): Set<string> {
  const seen = new Set<string>()
  for (const name of new Set(rows.map((row) => row.entity))) {
    const entity = ctx.services.entities.find(name)
    if (!entity) continue
    const ids = rows.filter((row) => row.entity === name).map((row) => row.recordId)
    for (const id of visibleIds(ctx, entity, [...new Set(ids)])) seen.add(`${name}/${id}`)
  }
  return seen
}

function changeOf(ctx: Context, row: Stored, seen: Set<string>, labels: Map<string, string>): AuditChange {
  const { entity, recordId, action, diff } = row
  const known = ctx.services.entities.find(entity)
  if (!known || !seen.has(keyOf(row))) return { entity, recordId: null, label: null, action, fields: {} }
  return { entity, recordId, label: labels.get(keyOf(row)) ?? null, action, fields: visibleDiff(ctx, known, diff) }
}
