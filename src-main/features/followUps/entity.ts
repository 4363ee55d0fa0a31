import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity, StoredRow } from '@main/records/entity'
import { reckoned } from '@main/records/lateSums'
import { selectById } from '@main/records/select'
import { changeRow, setComputed } from '@main/records/write'
import { matchesWords } from '@main/search/listMatches'
import { fail } from '@shared/api/errors'
import { followUpFields } from '@shared/features/followUps/fields'
import type { Permission } from '@shared/permissions'

export const followUps: Entity<typeof followUpFields.fields> = {
  name: 'followUps',
  room: 'followUps',
  set: followUpFields,
  table: 'follow_ups',
  scope: { by: 'parent', entity: 'customers', field: 'customerId' },
  labelField: 'content',
  defaultSort: { field: 'followedAt', direction: 'desc' },
  matches: matchesWords('followUps'),
  mirrors: { customerName: { entity: 'customers', field: 'name' }, contactName: { entity: 'contacts', field: 'name' } },
  // a contact who moved to another customer may be out of sight there
  expressions: {
    customerName: 'SELECT name FROM customers WHERE customers.id = t.customer_id',
    contactName: 'SELECT name FROM contacts WHERE contacts.id = t.contact_id AND contacts.customer_id = t.customer_id',
  },
  hooks: {
    beforeCreate(ctx, values) {
      values['followedAt'] ??= ctx.now
      values['personId'] ??= ctx.user.id
      if (Number(values['followedAt']) > ctx.now + hour) throw fail('invalid', { fields: { followedAt: 'future' } })
      guardAuthor(ctx, values['personId'], 'followUps.create')
      guardContact(ctx, values['customerId'], values['contactId'])
      // written down late: what came after has settled it
      if ((values['nextAt'] ?? null) !== null && hasLater(ctx, values)) values['nextDone'] = true
    },
    beforeUpdate(ctx, row, changes) {
      for (const key of ['followedAt', 'personId'])
        if (changes[key] === null) throw fail('invalid', { fields: { [key]: 'required' } })
      guardAuthor(ctx, changes['personId'], 'followUps.update')
      // what moved elsewhere since stays as it was said
      if (changes['customerId'] === undefined && changes['contactId'] === undefined) return
      guardContact(
        ctx,
        changes['customerId'] ?? row['customerId'],
        changes['contactId'] === undefined ? row['contactId'] : changes['contactId'],
      )
    },
    afterWrite(ctx, { action, row, before }) {
      if (action === 'create') settleOlder(ctx, row)
      summarise(ctx, Number(row['customerId']))
      if (before && before['customerId'] !== row['customerId']) summarise(ctx, Number(before['customerId']))
    },
  },
}

/** Clocks of colleagues differ a little. */
const hour = 3_600_000

/** Nobody puts words into another's mouth, but those who work on that person's records too. */
function guardAuthor(ctx: Context, personId: unknown, permission: Permission): void {
  if (typeof personId !== 'number' || personId === ctx.user.id) return
  const owners = ctx.rights.workable(permission)
  if (owners !== 'all' && !owners.has(personId)) throw fail('invalid', { fields: { personId: 'notAllowed' } })
}

function guardContact(ctx: Context, customerId: unknown, contactId: unknown): void {
  if (contactId === null || contactId === undefined) return
  const found = statement(ctx.db, 'SELECT 1 FROM contacts WHERE id = ? AND customer_id = ?').get(contactId, customerId)
  if (!found) throw fail('invalid', { fields: { contactId: 'reference' } })
}

const hasLater = (ctx: Context, values: Record<string, unknown>): boolean =>
  statement(
    ctx.db,
    'SELECT 1 FROM follow_ups WHERE customer_id = ? AND archived_at IS NULL AND followed_at > ? LIMIT 1',
  ).get(values['customerId'], values['followedAt']) !== undefined

/** Speaking with a customer settles the steps planned before; undo of the new entry opens them again. */
function settleOlder(ctx: Context, { id, customerId, followedAt }: StoredRow): void {
  const open = statement<unknown[], { id: number }>(
    ctx.db,
    `SELECT id FROM follow_ups WHERE customer_id = ? AND followed_at <= ? AND id <> ?
     AND next_at IS NOT NULL AND next_done = 0 AND archived_at IS NULL`,
  ).all(customerId, followedAt, id)
  const entity = ctx.services.entities.get('followUps')
  for (const older of open) {
    const row = selectById(ctx, entity, older.id)
    if (row) changeRow(ctx, entity, row, { nextDone: [false, true] })
  }
}

interface Newest {
  at: number
  way: string
  content: string
  nextAt: number | null
  nextStep: string | null
  nextDone: number
}

/** What the customer's row says of its follow-ups: the newest entry alone says what comes next. */
const summarise = (ctx: Context, customerId: number): void =>
  reckoned(ctx, `followUps/${customerId}`, (inner) => summariseNow(inner, customerId))

function summariseNow(ctx: Context, customerId: number): void {
  const alive = 'FROM follow_ups WHERE customer_id = ? AND archived_at IS NULL'
  const last = statement<[number], Newest>(
    ctx.db,
    `SELECT followed_at at, way, substr(content, 1, 200) content, next_at nextAt, next_step nextStep, next_done nextDone
     ${alive} ORDER BY followed_at DESC, id DESC LIMIT 1`,
  ).get(customerId)
  const { n } = statement<[number], { n: number }>(ctx.db, `SELECT count(*) n ${alive}`).get(customerId) ?? { n: 0 }
  const open = last?.nextDone === 0
  setComputed(ctx, ctx.services.entities.get('customers'), customerId, {
    lastFollowedAt: last?.at ?? null,
    lastFollowUpWay: last?.way ?? null,
    lastFollowUp: last?.content ?? null,
    nextFollowAt: open ? last.nextAt : null,
    nextStep: open ? last.nextStep : null,
    followUpCount: n,
  })
}
