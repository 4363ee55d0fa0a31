// A field that may be filtered, or holds no value twice, has an index over its values in the JSON column.
import type { Context } from '@main/api/context'
import { customColumn, customIndex, definedBy } from '@main/records/customFields'
import { columnOf, type Entity, type StoredRow } from '@main/records/entity'
import { isIndexed } from '@shared/fields/definition'

/** Beside the value stands what lists are ordered and scoped by, so that finding rarely touches the rows. */
function columnsBeside({ defaultSort, scope }: Entity): string {
  const owner = scope.by === 'parent' ? scope.field : 'ownerId'
  return [defaultSort.field, owner].map(columnOf).join(', ')
}

/** Made and dropped in the command's own transaction: a definition and its index come and go together. */
export function keepIndex(ctx: Context, row: StoredRow): void {
  const entity = ctx.services.entities.get(String(row['entity']))
  const key = String(row['key'])
  const field = definedBy({ key, label: String(row['label']), field: String(row['field']) })
  const name = customIndex(entity, key)
  if (row.archivedAt !== null || !isIndexed(field)) ctx.db.exec(`DROP INDEX IF EXISTS ${name}`)
  else
    ctx.db.exec(
      `CREATE INDEX IF NOT EXISTS ${name} ON ${entity.table} (${customColumn(key, '')}, ${columnsBeside(entity)}) WHERE archived_at IS NULL`,
    )
}
