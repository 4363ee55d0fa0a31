// A handover: everything one person has goes to others, in one transaction and one change set.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import { type AccessEntry, accessEntries, isAtWork, putAccess } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { visibleIds } from '@main/records/read'
import { selectById, selectRows } from '@main/records/select'
import { withHooks } from '@main/records/update'
import { changeRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { dayOf, startOfDay } from '@shared/dates'
import type { handoversEndpoints } from '@shared/features/handovers/endpoints'
import { organize } from './organize'
import { accessesInSight, guardLeaver, openTasks, tasksInSight, worthLine } from './survey'

type Run = (typeof handoversEndpoints)['run']
type Input = InputOf<Run>

interface Plan extends Input {
  successorOf(customerId: number): number
  readUntilOn: string | null
}

export function runHandover(ctx: Context, input: Input): OutputOf<Run> {
  guardLeaver(ctx, input.leaverId)
  const plan = planOf(ctx, input)
  const customers = ctx.services.entities.get('customers')
  const rows = selectRows(ctx, customers, { sql: 't.owner_id = ?', params: [input.leaverId] }, 'ORDER BY t.id')
  const seen = seenBy(ctx, customers, rows)
  guardNamed(input, seen)
  // all of it moves; told is what whoever hands over has in sight
  const told = { tasks: tasksInSight(ctx, input.leaverId), accesses: accessesInSight(ctx, input.leaverId) }
  // before the customers: an undo goes backwards, and a task is for nobody who does not see what it is about
  const tasks = moveTasks(ctx, plan)
  const lines: Line[] = []
  for (const row of rows) {
    const to = plan.successorOf(row.id)
    moveCustomer(ctx, plan, { customers, row, to })
    const { score } = worthLine(ctx, applyMasks(ctx, customers, row))
    if (row.archivedAt === null) lines.push({ customerId: row.id, to, score })
  }
  const accesses = moveAccesses(ctx, plan, customers)
  const people = organize(ctx, input)
  if (seen.size + told.accesses + told.tasks + people === 0 && input.leaveOn === undefined)
    throw fail('rule', { code: 'handoverNothing' })
  const id = keep(ctx, plan, lines)
  tellSuccessors(ctx, lines)
  ctx.about('people', input.leaverId, { customers: rows.length, tasks, accesses, people })
  ctx.publish('handovers')
  return { id, changeSetId: ctx.changeSetId(), customers: seen.size, ...told, people }
}

interface Line {
  customerId: number
  to: number
  score: number
}

function tellSuccessors(ctx: Context, lines: readonly Line[]): void {
  const given = new Map<number, number>()
  for (const { to } of lines) given.set(to, (given.get(to) ?? 0) + 1)
  for (const [to, n] of given) notify(ctx, { to: [to], kind: 'handedOver', params: { n } })
}

function planOf(ctx: Context, input: Input): Plan {
  const named = new Map(input.others.map(({ customerId, successorId }) => [customerId, successorId]))
  const owners = ctx.rights.workable('handovers.manage')
  for (const personId of new Set([input.successorId, ...named.values(), ...(input.headId ? [input.headId] : [])])) {
    const allowed = owners === 'all' || owners.has(personId)
    if (personId === input.leaverId || !allowed) throw fail('invalid', { fields: { successorId: 'notAllowed' } })
    if (!isAtWork(ctx, personId)) throw fail('rule', { code: 'notInOffice' })
  }
  if (input.remaining === 'disabled' && input.leaveOn === undefined)
    throw fail('invalid', { fields: { leaveOn: 'required' } })
  if (input.remaining === 'read' && input.readDays === undefined)
    throw fail('invalid', { fields: { readDays: 'required' } })
  return {
    ...input,
    successorOf: (customerId) => named.get(customerId) ?? input.successorId,
    readUntilOn: input.remaining === 'read' ? dayOf(startOfDay(ctx.now, input.readDays ?? 0)) : null,
  }
}

const seenBy = (ctx: Context, customers: Entity, rows: readonly StoredRow[]): ReadonlySet<number> =>
  new Set(
    visibleIds(
      ctx,
      customers,
      rows.map((row) => row.id),
    ),
  )

/** A customer that went elsewhere since the list was read is not given on unseen. */
function guardNamed({ others }: Input, ids: ReadonlySet<number>): void {
  if (others.some(({ customerId }) => !ids.has(customerId))) throw fail('rule', { code: 'handoverChanged' })
}

/** What was handed over, for the paper that both sign. */
function keep(ctx: Context, { leaverId, leaveOn, remaining, readUntilOn, note }: Plan, lines: readonly Line[]): number {
  const kept = statement(
    ctx.db,
    `INSERT INTO handovers (at, leaver_id, by_id, leave_on, remaining, read_until_on, change_set_id, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(ctx.now, leaverId, ctx.user.id, leaveOn ?? null, remaining, readUntilOn, ctx.changeSetId(), note || null)
  const id = Number(kept.lastInsertRowid)
  const add = statement(
    ctx.db,
    'INSERT INTO handover_lines (handover_id, customer_id, successor_id, score) VALUES (?, ?, ?, ?)',
  )
  for (const { customerId, to, score } of lines) add.run(id, customerId, to, score)
  return id
}

interface Moving {
  customers: Entity
  row: StoredRow
  to: number
}

function moveCustomer(ctx: Context, plan: Plan, { customers, row, to }: Moving): void {
  const diff = withHooks(ctx, customers, row, { ownerId: to }, { ownerId: [plan.leaverId, to] })
  const after = changeRow(ctx, customers, row, diff)
  const entries = accessEntries(ctx, customers, row.id, 'share')
  const others = entries.filter(({ personId }) => personId !== plan.leaverId)
  const kept = plan.readUntilOn === null ? others : [...others, readsOn(plan)]
  if (JSON.stringify(kept) !== JSON.stringify(entries)) putAccess(ctx, customers, after, 'share', kept)
}

const readsOn = ({ leaverId, readUntilOn }: Plan): AccessEntry => ({
  personId: leaverId,
  level: 'read',
  untilOn: readUntilOn,
})

/** Where the leaver worked on customers of others, the successor does from now on. */
function moveAccesses(ctx: Context, plan: Plan, customers: Entity): number {
  const ids = statement<[number], { id: number; kind: 'team' | 'share' }>(
    ctx.db,
    `SELECT DISTINCT a.record_id id, a.kind FROM record_access a
     WHERE a.entity = 'customers' AND a.person_id = ? ORDER BY a.record_id, a.kind`,
  ).all(plan.leaverId)
  let moved = 0
  for (const { id, kind } of ids) {
    const row = selectById(ctx, customers, id)
    if (!row) continue
    const entries = accessEntries(ctx, customers, id, kind)
    const mine = entries.find(({ personId }) => personId === plan.leaverId)
    // what was shared with them a moment ago, to go on reading, stays
    if (!mine || (kind === 'share' && mine.untilOn !== null && mine.untilOn === plan.readUntilOn)) continue
    const others = entries.filter((entry) => entry !== mine)
    const has = row['ownerId'] === plan.successorId || others.some(({ personId }) => personId === plan.successorId)
    putAccess(ctx, customers, row, kind, has ? others : [...others, { ...mine, personId: plan.successorId }])
    moved++
  }
  return moved
}

function moveTasks(ctx: Context, plan: Plan): number {
  const tasks = ctx.services.entities.find('tasks')
  if (!tasks) return 0
  const open = openTasks(ctx, plan.leaverId)
  for (const row of open) {
    const about = row['entity'] === 'customers' && typeof row['recordId'] === 'number' ? row['recordId'] : 0
    changeRow(ctx, tasks, row, { ownerId: [plan.leaverId, plan.successorOf(about)] })
  }
  return open.length
}
