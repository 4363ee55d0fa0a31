// Layouts of forms: one for everybody, others for those who have a role.
import type { Context } from '@main/api/context'
import { readRoles } from '@main/api/rights'
import { statement } from '@main/database/statements'
import { archive, restore } from '@main/records/archive'
import { create } from '@main/records/create'
import { isCustomKey } from '@main/records/customFields'
import type { StoredRow } from '@main/records/entity'
import { selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import { fail, type FieldMessage } from '@shared/api/errors'
import type { CustomizedEntity } from '@shared/fields/definition'
import { isHidable } from '@shared/fields/layout'
import type { LayoutRow } from '@shared/features/customFields/endpoints'
import type { LayoutBody } from '@shared/fields/layout'
import { fieldLayouts } from './entity'

const toLayout = (row: StoredRow): LayoutRow => ({
  id: row.id,
  version: row.version,
  // written from checked input only
  entity: row['entity'] as CustomizedEntity,
  // as above
  body: JSON.parse(String(row['body'])) as LayoutBody,
  roleId: typeof row['roleId'] === 'number' ? row['roleId'] : null,
})

const rowsWhere = (ctx: Context, where: string, ...params: unknown[]): StoredRow[] =>
  selectRows(ctx, fieldLayouts, { sql: where, params }, 'ORDER BY t.entity, t.role_id')

export const allLayouts = (ctx: Context): LayoutRow[] => rowsWhere(ctx, 't.archived_at IS NULL').map(toLayout)

/** For each entity that of the first role the viewer has one for, else the one for everybody. */
export function layoutsFor(ctx: Context): { entity: CustomizedEntity; body: LayoutBody }[] {
  const all = allLayouts(ctx)
  const mine = readRoles(ctx.db, ctx.user.id).map(({ id }) => id)
  const entities = [...new Set(all.map(({ entity }) => entity))]
  return entities.flatMap((entity) => {
    const of = all.filter((one) => one.entity === entity)
    const found =
      mine.flatMap((role) => of.find(({ roleId }) => roleId === role) ?? [])[0] ??
      of.find(({ roleId }) => roleId === null)
    return found ? [{ entity, body: withoutHidden(ctx, entity, found.body) }] : []
  })
}

function withoutHidden(ctx: Context, entity: CustomizedEntity, { groups, left }: LayoutBody): LayoutBody {
  const shown = (key: string): boolean => ctx.rights.field(entity, key) !== 'hidden'
  return { groups: groups.map((group) => ({ ...group, fields: group.fields.filter(shown) })), left: left.filter(shown) }
}

interface Wanted {
  entity: CustomizedEntity
  roleId: number | null
  body: LayoutBody | null
}

export function setLayout(ctx: Context, { entity, roleId, body }: Wanted): LayoutRow | null {
  if (roleId !== null && !statement(ctx.db, 'SELECT 1 FROM roles WHERE id = ? AND archived_at IS NULL').get(roleId))
    throw fail('invalid', { fields: { roleId: 'reference' } })
  const [known] = rowsWhere(ctx, 't.entity = ? AND t.role_id IS ?', entity, roleId)
  if (body === null) {
    if (!known || known.archivedAt !== null) throw fail('notFound')
    archive(ctx, fieldLayouts, known)
    return null
  }
  guardBody(ctx, entity, body)
  const text = JSON.stringify(body)
  if (!known) create(ctx, fieldLayouts, { entity, roleId, body: text })
  else {
    const { id, version } = known.archivedAt === null ? known : restore(ctx, fieldLayouts, known)
    update(ctx, fieldLayouts, { id, version, changes: { body: text } })
  }
  const [written] = rowsWhere(ctx, 't.entity = ? AND t.role_id IS ?', entity, roleId)
  if (!written) throw fail('notFound')
  return toLayout(written)
}

/** Only fields that are there, each once; what must be filled in cannot be left out. */
function guardBody(ctx: Context, name: CustomizedEntity, { groups, left }: LayoutBody): void {
  const { set } = ctx.services.entities.get(name)
  const known = (key: string): boolean =>
    key.startsWith('custom.') ? isCustomKey(ctx.db, name, key.slice(7)) : Object.hasOwn(set.fields, key)
  const all = [...groups.flatMap(({ fields }) => fields), ...left]
  const problem = (keys: readonly string[], why: FieldMessage) =>
    fail('invalid', { fields: Object.fromEntries(keys.map((key) => [key, why])) })
  const unknown = all.filter((key) => !known(key))
  if (unknown.length > 0) throw problem(unknown, 'unknownField')
  const twice = all.filter((key, at) => all.indexOf(key) !== at)
  if (twice.length > 0) throw problem(twice, 'twice')
  const needed = left.filter((key) => set.fields[key] && !isHidable(set.fields[key]))
  if (needed.length > 0) throw problem(needed, 'required')
}
