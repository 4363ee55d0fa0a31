// A world is a small office as plain arrays: what the oracle reckons with, and what a test builds in a database.
import type { DataScope, FieldRight } from '@shared/permissions'

export type Kind = 'customers' | 'contacts' | 'followUps'
export const kinds: readonly Kind[] = ['customers', 'contacts', 'followUps']

export interface WorldPerson {
  id: number
  departmentId: number | null
  superiorId: number | null
  roleIds: number[]
}
export interface WorldDepartment {
  id: number
  parentId: number | null
  headId: number | null
  actingHeadId: number | null
}
export interface WorldRole {
  id: number
  /** 老板: everything. */
  owner: boolean
  grants: Record<string, DataScope>
  fields: Partial<Record<string, Record<string, FieldRight>>>
}
export interface WorldRecord {
  kind: Kind
  id: number
  version: number
  archived: boolean
  /** Children have `customerId`, customers `ownerId`. Custom values as `custom.key`. */
  values: Record<string, unknown>
  /** Who gave it to the pool last: a slip is shown to them for a while, to be taken back. */
  returnedBy?: number
}
export interface WorldAccess {
  customerId: number
  personId: number
  level: 'read' | 'write'
  kind: 'team' | 'share'
  untilOn: string | null
}
export interface Place {
  kind: Kind
  id: number
  field: string
}
export interface World {
  today: string
  people: WorldPerson[]
  departments: WorldDepartment[]
  roles: WorldRole[]
  records: WorldRecord[]
  access: WorldAccess[]
  /** Rectification orders. */
  orders: { id: number; customerId: number; personId: number }[]
  /** Customers on the one dated list there is. */
  listed: number[]
  /** Every secret text or number ever written → where it was written; an import may write it in a second place. */
  secrets: Map<string, Place[]>
}

/** Fields a test writes and compares; the others stay empty. */
export const written: Record<Kind, readonly string[]> = {
  customers: [
    'name',
    'phone',
    'otherPhones',
    'level',
    'pastAmount',
    'tags',
    'note',
    'industry',
    'custom.grade',
    'ownerId',
  ],
  contacts: ['name', 'phone', 'otherPhones', 'post', 'customerId'],
  followUps: ['content', 'way', 'nextStep', 'nextAt', 'nextDone', 'followedAt', 'personId', 'contactId', 'customerId'],
}

/** Fields that repeat what stands in another kind of record: field → where, and which field there. */
export const repeats: Record<Kind, Record<string, { kind: Kind; field: string | null }>> = {
  customers: {
    lastFollowedAt: { kind: 'followUps', field: 'followedAt' },
    lastFollowUpWay: { kind: 'followUps', field: 'way' },
    lastFollowUp: { kind: 'followUps', field: 'content' },
    nextFollowAt: { kind: 'followUps', field: 'nextAt' },
    nextStep: { kind: 'followUps', field: 'nextStep' },
    followUpCount: { kind: 'followUps', field: null },
    contactCount: { kind: 'contacts', field: null },
  },
  contacts: { customerName: { kind: 'customers', field: 'name' } },
  followUps: { customerName: { kind: 'customers', field: 'name' }, contactName: { kind: 'contacts', field: 'name' } },
}

/** Speaking with a customer settles the steps planned before; what is written down late is settled already. */
export function settle(world: World, entry: WorldRecord): void {
  const when = (one: WorldRecord): number => Number(one.values['followedAt'])
  const same = world.records.filter(
    (one) =>
      one.kind === 'followUps' &&
      one !== entry &&
      !one.archived &&
      one.values['customerId'] === entry.values['customerId'],
  )
  const planned = (entry.values['nextAt'] ?? null) !== null
  entry.values['nextDone'] = planned && same.some((one) => when(one) > when(entry))
  for (const older of same) {
    if (when(older) > when(entry) || (older.values['nextAt'] ?? null) === null || older.values['nextDone']) continue
    older.values['nextDone'] = true
    older.version++
  }
}

/** The written and repeated fields of a record as they are, whoever looks. */
export function wholeRow(world: World, record: WorldRecord): Record<string, unknown> {
  const find = (kind: Kind, id: unknown): WorldRecord | undefined =>
    world.records.find((one) => one.kind === kind && one.id === id)
  const row: Record<string, unknown> = {}
  for (const key of written[record.kind]) row[key] = record.values[key] ?? (key === 'tags' ? [] : null)
  if (record.kind !== 'customers') row['customerName'] = find('customers', record.values['customerId'])?.values['name']
  if (record.kind === 'followUps') {
    const contact = find('contacts', record.values['contactId'])
    // of a contact who moved to another customer only that one's people know
    row['contactName'] = contact?.values['customerId'] === record.values['customerId'] ? contact?.values['name'] : null
  }
  if (record.kind !== 'customers') return row
  const mine = world.records.filter((one) => one.values['customerId'] === record.id && !one.archived)
  const said = mine.filter((one) => one.kind === 'followUps')
  const when = (one: WorldRecord): number => Number(one.values['followedAt'])
  const [newest] = [...said].sort((a, b) => when(b) - when(a) || b.id - a.id)
  const {
    followedAt = null,
    way = null,
    content = null,
    nextAt = null,
    nextStep = null,
    nextDone,
  } = newest?.values ?? {}
  return {
    ...row,
    lastFollowedAt: followedAt,
    lastFollowUpWay: way,
    lastFollowUp: content,
    nextFollowAt: nextDone ? null : nextAt,
    nextStep: nextDone ? null : nextStep,
    followUpCount: said.length,
    contactCount: mine.length - said.length,
  }
}
