import { type Context, handlersOf } from '@main/api/context'
import { type About, carrierRow, hangingOnCustomer, shownAs } from '@main/records/about'
import { archive } from '@main/records/archive'
import { create } from '@main/records/create'
import type { StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { type Condition, scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import type { InputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { type TaskLine, tasksEndpoints } from '@shared/features/tasks/endpoints'
import type { taskFields } from '@shared/features/tasks/fields'
import { tasks } from './entity'

type Asked = InputOf<(typeof tasksEndpoints)['list']>

export const tasksHandlers = handlersOf(tasksEndpoints, {
  list: (ctx, asked) => listTasks(ctx, asked),

  create(ctx, { about, ...task }) {
    if (about) guardAbout(ctx, about)
    return create(ctx, tasks, { ...task, ...(about ? { entity: about.entity, recordId: about.id } : {}) })
  },

  update: (ctx, input) => update(ctx, tasks, input),
  done: (ctx, { id, version, done }) => update(ctx, tasks, { id, version, changes: { done } }),
  archive: (ctx, input) => archive(ctx, tasks, input),
})

/** About any record in sight, but for another task: nothing hangs on itself. */
function guardAbout(ctx: Context, about: About): void {
  if (about.entity === tasks.name) throw fail('notFound')
  carrierRow(ctx, about, () => 'read')
}

function whoseRows(ctx: Context, whose: Asked['whose']): Condition {
  const me = ctx.user.id
  if (whose === 'me') return { sql: 't.owner_id = ?', params: [me] }
  if (whose === 'given') return { sql: 't.from_id = ? AND t.owner_id <> ?', params: [me, me] }
  // ids of our own making
  if (whose === 'myPeople') return { sql: `t.owner_id IN (${[...ctx.rights.below].join(',')})`, params: [] }
  return { sql: '1', params: [] }
}

function conditions(ctx: Context, { whose, done, due, customerId, about }: Asked): Condition[] {
  return [
    scope(ctx, tasks, 'read'),
    whoseRows(ctx, whose),
    ...(done === undefined ? [] : [{ sql: 't.done = ?', params: [Number(done)] }]),
    ...(due ? [{ sql: 't.done = 0 AND t.due_on <= ?', params: [dayOf(ctx.now)] }] : []),
    ...(customerId === undefined ? [] : [hangingOnCustomer(ctx, 't', customerId)]),
    ...(about ? [{ sql: 't.entity = ? AND t.record_id = ?', params: [about.entity, about.id] }] : []),
  ]
}

/** Open ones first, by their day; then those done, newest first. */
const order = 'ORDER BY t.done, t.due_on IS NULL, CASE t.done WHEN 0 THEN t.due_on END, t.done_at DESC, t.id LIMIT ?'

function listTasks(ctx: Context, asked: Asked): { rows: TaskLine[]; more: boolean } {
  const limit = asked.limit ?? 100
  const parts = conditions(ctx, asked)
  const rows = selectRows(
    ctx,
    tasks,
    {
      sql: ['t.archived_at IS NULL', ...parts.map(({ sql }) => sql)].join(' AND '),
      params: [...parts.flatMap(({ params }) => params), limit + 1],
    },
    order,
  )
  return { rows: rows.slice(0, limit).map((row) => lineOf(ctx, row)), more: rows.length > limit }
}

function lineOf(ctx: Context, row: StoredRow): TaskLine {
  const { entity, recordId } = row
  const about = typeof entity === 'string' && typeof recordId === 'number' ? { entity, id: recordId } : null
  const shown = about && shownAs(ctx, about)
  return {
    task: applyMasks<typeof taskFields.fields>(ctx, tasks, row),
    about: about && shown ? { ...about, ...shown } : null,
    reason: reasonOf(ctx, row),
  }
}

function reasonOf(ctx: Context, { done, dueOn }: StoredRow): TaskLine['reason'] {
  const today = dayOf(ctx.now)
  if (done) return 'done'
  if (typeof dueOn !== 'string') return 'someDay'
  return dueOn < today ? 'overdue' : dueOn === today ? 'dueToday' : 'later'
}
