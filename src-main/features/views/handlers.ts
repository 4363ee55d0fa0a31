import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { type ViewRow, viewsEndpoints } from '@shared/features/views/endpoints'

interface Stored {
  id: number
  list: string
  name: string
  body: string
  personId: number
  shared: number
  roleIds: string
  personIds: string
}
type Body = Pick<ViewRow, 'filter' | 'sort' | 'columns'>

const columns = 'id, list, name, body, person_id personId, shared, role_ids roleIds, person_ids personIds'
/** More views of one list than anybody finds again. */
const viewsAPerson = 100

function toRow(ctx: Context, { body, shared, roleIds, personIds, ...row }: Stored): ViewRow {
  const tells = row.personId === ctx.user.id || ctx.rights.can('settings.manage')
  return {
    ...row,
    // list and body were checked by the endpoint that wrote them
    ...(JSON.parse(body) as Pick<ViewRow, 'list'> & Body),
    // as above
    list: row.list as ViewRow['list'],
    shared: shared === 1,
    roleIds: tells ? idsIn(roleIds) : [],
    personIds: tells ? idsIn(personIds) : [],
  }
}

// written from checked lists of ids only
const idsIn = (text: string): number[] => JSON.parse(text) as number[]

/** Shown to the viewer: as everybody, by a role, or by name. */
const shownSql = `(views.person_id = @me OR views.shared = 1
  OR EXISTS (SELECT 1 FROM json_each(views.person_ids) WHERE value = @me)
  OR EXISTS (SELECT 1 FROM json_each(views.role_ids) r JOIN people p ON p.id = @me JOIN json_each(p.role_ids) h ON CAST(h.value AS INTEGER) = r.value))`

export const viewsHandlers = handlersOf(viewsEndpoints, {
  list(ctx, { list }) {
    const rows = statement<[{ list: string; me: number }], Stored>(
      ctx.db,
      `SELECT ${columns} FROM views WHERE list = @list AND ${shownSql} ORDER BY shared, name, id`,
    ).all({ list, me: ctx.user.id })
    return { rows: rows.map((row) => toRow(ctx, row)) }
  },

  create(ctx, { list, name, shared = false, roleIds = [], personIds = [], ...body }) {
    const { n } = statement<[string, number], { n: number }>(
      ctx.db,
      'SELECT count(*) n FROM views WHERE list = ? AND person_id = ?',
    ).get(list, ctx.user.id) ?? { n: 0 }
    if (n >= viewsAPerson) throw fail('rule', { code: 'tooLarge' })
    const made = statement(
      ctx.db,
      'INSERT INTO views (list, name, body, person_id, shared, role_ids, person_ids, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      list,
      name,
      JSON.stringify(body),
      ctx.user.id,
      Number(shared),
      audience(ctx, 'roles', roleIds),
      audience(ctx, 'people', personIds),
      ctx.now,
    )
    return told(ctx, own(ctx, Number(made.lastInsertRowid)))
  },

  update(ctx, { id, name, shared, roleIds, personIds, ...given }) {
    const view = own(ctx, id)
    const body = { filter: view.filter, sort: view.sort, columns: view.columns, ...withoutUndefined(given) }
    statement(
      ctx.db,
      'UPDATE views SET name = ?, body = ?, shared = ?, role_ids = ?, person_ids = ?, updated_at = ? WHERE id = ?',
    ).run(
      name ?? view.name,
      JSON.stringify(body),
      Number(shared ?? view.shared),
      roleIds ? audience(ctx, 'roles', roleIds) : JSON.stringify(view.roleIds),
      personIds ? audience(ctx, 'people', personIds) : JSON.stringify(view.personIds),
      ctx.now,
      id,
    )
    return told(ctx, own(ctx, id))
  },

  remove(ctx, { id }) {
    const view = own(ctx, id)
    statement(ctx.db, 'DELETE FROM views WHERE id = ?').run(id)
    ctx.about('views', id, { name: view.name, list: view.list })
    ctx.publish('views')
    return {}
  },
})

/** A view is changed by its maker only; a shared one also by whoever manages the office. */
function own(ctx: Context, id: number): ViewRow {
  const row = statement<[{ id: number; me: number }], Stored>(
    ctx.db,
    `SELECT ${columns} FROM views WHERE id = @id AND ${shownSql}`,
  ).get({ id, me: ctx.user.id })
  if (!row) throw fail('notFound')
  if (row.personId !== ctx.user.id && !ctx.rights.can('settings.manage')) throw fail('forbidden')
  return toRow(ctx, row)
}

/** Only roles and people that are there. */
function audience(ctx: Context, table: 'roles' | 'people', ids: readonly number[]): string {
  const known = statement<[string], { n: number }>(
    ctx.db,
    `SELECT count(*) n FROM ${table} WHERE archived_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
  )
  const all = [...new Set(ids)]
  if ((known.get(JSON.stringify(all))?.n ?? 0) < all.length)
    throw fail('invalid', { fields: { [table === 'roles' ? 'roleIds' : 'personIds']: 'reference' } })
  return JSON.stringify(all)
}

function told(ctx: Context, view: ViewRow): ViewRow {
  ctx.about('views', view.id, { name: view.name, list: view.list })
  ctx.publish('views')
  return view
}

const withoutUndefined = (values: Partial<Body>): Partial<Body> =>
  // the same keys, fewer of them
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Body>
