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
}
type Body = Pick<ViewRow, 'filter' | 'sort' | 'columns'>

const columns = 'id, list, name, body, person_id personId, shared'
/** More views of one list than anybody finds again. */
const viewsAPerson = 100

const toRow = ({ body, shared, ...row }: Stored): ViewRow =>
  // list and body were checked by the endpoint that wrote them
  ({ ...row, ...(JSON.parse(body) as Body), shared: shared === 1 }) as ViewRow

export const viewsHandlers = handlersOf(viewsEndpoints, {
  list(ctx, { list }) {
    const rows = statement<[string, number], Stored>(
      ctx.db,
      `SELECT ${columns} FROM views WHERE list = ? AND (person_id = ? OR shared = 1) ORDER BY shared, name, id`,
    ).all(list, ctx.user.id)
    return { rows: rows.map(toRow) }
  },

  create(ctx, { list, name, shared = false, ...body }) {
    const { n } = statement<[string, number], { n: number }>(
      ctx.db,
      'SELECT count(*) n FROM views WHERE list = ? AND person_id = ?',
    ).get(list, ctx.user.id) ?? { n: 0 }
    if (n >= viewsAPerson) throw fail('rule', { code: 'tooLarge' })
    const made = statement(
      ctx.db,
      'INSERT INTO views (list, name, body, person_id, shared, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(list, name, JSON.stringify(body), ctx.user.id, Number(shared), ctx.now)
    return told(ctx, own(ctx, Number(made.lastInsertRowid)))
  },

  update(ctx, { id, name, shared, ...given }) {
    const view = own(ctx, id)
    const body = { filter: view.filter, sort: view.sort, columns: view.columns, ...withoutUndefined(given) }
    statement(ctx.db, 'UPDATE views SET name = ?, body = ?, shared = ?, updated_at = ? WHERE id = ?').run(
      name ?? view.name,
      JSON.stringify(body),
      Number(shared ?? view.shared),
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
  const row = statement<[number], Stored>(ctx.db, `SELECT ${columns} FROM views WHERE id = ?`).get(id)
  if (!row || (row.personId !== ctx.user.id && row.shared !== 1)) throw fail('notFound')
  if (row.personId !== ctx.user.id && !ctx.rights.can('settings.manage')) throw fail('forbidden')
  return toRow(row)
}

function told(ctx: Context, view: ViewRow): ViewRow {
  ctx.about('views', view.id, { name: view.name, list: view.list })
  ctx.publish('views')
  return view
}

const withoutUndefined = (values: Partial<Body>): Partial<Body> =>
  // the same keys, fewer of them
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Body>
