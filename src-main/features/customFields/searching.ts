// When a field begins or ceases to be searched, the records that have a value go through the search index again.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { customColumn, definedBy } from '@main/records/customFields'
import type { StoredRow } from '@main/records/entity'

/** So many are indexed in the command itself, so that a small office never waits. */
const atOnce = 300
const chunk = 100

const isSearched = (row: StoredRow | null): boolean =>
  row !== null &&
  row.archivedAt === null &&
  definedBy({ key: String(row['key']), label: String(row['label']), field: String(row['field']) }).searched === true

export function keepSearched(ctx: Context, row: StoredRow, before: StoredRow | null): void {
  if (isSearched(row) === isSearched(before)) return
  const name = String(row['entity'])
  const { table } = ctx.services.entities.get(name)
  const ids = statement<[], { id: number }>(
    ctx.db,
    `SELECT id FROM ${table} WHERE archived_at IS NULL AND ${customColumn(String(row['key']), '')} IS NOT NULL ORDER BY updated_at, id`,
  )
    .all()
    .map(({ id }) => id)
  indexAll(ctx, name, ids.slice(0, atOnce))
  if (ids.length <= atOnce) return
  ctx.services.jobs.start('customFields.index', ctx.user.id, async (job) => {
    for (let at = atOnce; at < ids.length; at += chunk) {
      // not a record and nobody's deed: made from the records alone
      ctx.db.transaction(() => indexAll(ctx, name, ids.slice(at, at + chunk))).immediate()
      job.progress(at, ids.length)
      await job.breathe()
    }
    return {}
  })
}

function indexAll(ctx: Context, entity: string, ids: readonly number[]): void {
  ctx.services.search.indexRecords(
    ctx,
    ids.map((id) => ({ entity, id })),
  )
}
