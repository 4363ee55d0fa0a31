// The oracle: who may see and do what, said slowly and plainly, from product.md and guarantees.md and from nothing
// else. No SQL, no caches, nothing of the engine: loops over arrays.
import type { DataScope, FieldRight } from '@shared/permissions'
import { type Kind, repeats, wholeRow, type World, type WorldPerson, type WorldRecord, type WorldRole } from './world'

export type Verdict = 'ok' | 'forbidden' | 'notFound' | 'invalid' | 'conflict' | 'rule'
type Values = Record<string, unknown>

const strictness: readonly FieldRight[] = ['readOnly', 'masked', 'hidden']

export class Oracle {
  constructor(readonly world: World) {}

  // People

  person(id: number): WorldPerson {
    for (const person of this.world.people) if (person.id === id) return person
    throw new Error(`nobody is ${id}`)
  }

  rolesOf(id: number): WorldRole[] {
    return this.world.roles.filter((role) => this.person(id).roleIds.includes(role.id))
  }

  can(id: number, permission: string): boolean {
    for (const role of this.rolesOf(id)) if (role.owner || role.grants[permission] !== undefined) return true
    return false
  }

  /** A department and all above it. */
  departmentsOver(id: number | null): number[] {
    const over: number[] = []
    for (let next = id; next !== null && !over.includes(next);) {
      over.push(next)
      let parent: number | null = null
      for (const department of this.world.departments) if (department.id === next) parent = department.parentId
      next = parent
    }
    return over
  }

  /** Forced sharing: superiors, heads and acting heads, through all levels; nobody can switch it off. */
  standsAbove(upper: number, lower: number): boolean {
    const chain = [lower]
    for (let i = 0; i < chain.length; i++) {
      const person = this.person(chain[i]!)
      const direct = [person.superiorId]
      for (const department of this.world.departments)
        if (this.departmentsOver(person.departmentId).includes(department.id))
          direct.push(department.headId, department.actingHeadId)
      for (const id of direct) if (id !== null && !chain.includes(id)) chain.push(id)
    }
    return upper !== lower && chain.includes(upper)
  }

  reaches(id: number, scope: DataScope, owner: number | null): boolean {
    if (scope === 'all') return true
    if (owner === null) return false
    if (owner === id) return true
    if (scope === 'own') return false
    if (scope === 'ownAndBelow') return this.standsAbove(id, owner)
    const mine = this.person(id).departmentId
    const theirs = this.person(owner).departmentId
    if (mine === null || theirs === null) return false
    return scope === 'department' ? mine === theirs : this.departmentsOver(theirs).includes(mine)
  }

  /** Whether a role lets one do this with records of that owner. */
  scopeHolds(id: number, permission: string, owner: number | null): boolean {
    for (const role of this.rolesOf(id)) {
      const scope = role.owner ? 'all' : role.grants[permission]
      if (scope !== undefined && this.reaches(id, scope, owner)) return true
    }
    return false
  }

  // Records

  find(kind: Kind, id: number): WorldRecord | null {
    for (const record of this.world.records) if (record.kind === kind && record.id === id) return record
    return null
  }

  customerOf(record: WorldRecord): WorldRecord {
    return record.kind === 'customers' ? record : this.find('customers', record.values['customerId'] as number)!
  }

  ownerOf(record: WorldRecord): number | null {
    return (this.customerOf(record).values['ownerId'] as number | null) ?? null
  }

  /** In the team, or shared with, and not run out. */
  wasShown(id: number, customer: WorldRecord, level: 'read' | 'write'): boolean {
    for (const entry of this.world.access)
      if (entry.customerId === customer.id && entry.personId === id)
        if (
          (level === 'read' || entry.level === 'write') &&
          (entry.untilOn === null || entry.untilOn >= this.world.today)
        )
          return true
    return false
  }

  /** Records of this kind at customers of this owner are seen by right or by place. */
  seesOwner(id: number, kind: Kind, owner: number | null): boolean {
    if (!this.can(id, `${kind}.view`)) return false
    const byPlace = owner !== null && (owner === id || this.standsAbove(id, owner))
    return (
      (byPlace || this.scopeHolds(id, `${kind}.view`, owner)) &&
      (kind === 'customers' || this.seesOwner(id, 'customers', owner))
    )
  }

  /** `binned`: looking into the recycle bin or the history, where the record's own being archived does not matter. */
  sees(id: number, record: WorldRecord | null, binned = false): record is WorldRecord {
    if (!record || (record.archived && !binned)) return false
    if (!this.can(id, `${record.kind}.view`)) return false
    const customer = this.customerOf(record)
    if (record.kind !== 'customers' && (customer.archived || !this.can(id, 'customers.view'))) return false
    return this.seesOwner(id, record.kind, this.ownerOf(record)) || this.wasShown(id, customer, 'read')
  }

  /** May do this with a record seen: by scope of the right; to whom it was shown for writing, all but share and archive it. */
  worksOn(id: number, permission: string, record: WorldRecord): boolean {
    if (!this.can(id, permission)) return false
    if (this.scopeHolds(id, permission, this.ownerOf(record))) return true
    if (permission === 'customers.share' || permission === 'customers.archive') return false
    return this.wasShown(id, this.customerOf(record), 'write')
  }

  // Fields

  /** Restricted only if every role that has to do with the kind restricts it; then by the mildest. */
  rightOn(id: number, kind: Kind, field: string): FieldRight | null {
    let roles = this.rolesOf(id)
    for (const role of roles) if (role.owner) return null
    const concerned = roles.filter((role) =>
      Object.keys(role.grants).some((permission) => permission.startsWith(`${kind}.`)),
    )
    if (concerned.length > 0) roles = concerned
    let mildest: FieldRight | null = null
    for (const role of roles) {
      const right = this.rightIn(role.fields[kind] ?? {}, field)
      if (right === null) return this.rightRepeated(id, kind, field, null)
      if (mildest === null || strictness.indexOf(right) < strictness.indexOf(mildest)) mildest = right
    }
    return this.rightRepeated(id, kind, field, mildest)
  }

  /** The other phones are kept at least as far as the phone. */
  rightIn(fields: Record<string, FieldRight>, field: string): FieldRight | null {
    const both = [fields[field] ?? [], (field === 'otherPhones' && fields['phone']) || []].flat()
    return both.sort((a, b) => strictness.indexOf(b) - strictness.indexOf(a))[0] ?? null
  }

  /** What repeats another record is seen as little as there, and only if everything repeated would be seen there. */
  rightRepeated(id: number, kind: Kind, field: string, own: FieldRight | null): FieldRight | null {
    const source = repeats[kind][field]
    if (!source) return own
    const there = !this.seesWherever(id, kind, source.kind)
      ? 'hidden'
      : source.field === null
        ? null
        : this.rightOn(id, source.kind, source.field)
    if (there === null || own === null) return there ?? own
    return strictness.indexOf(there) > strictness.indexOf(own) ? there : own
  }

  seesWherever(id: number, here: Kind, there: Kind): boolean {
    if (!this.can(id, `${there}.view`) || !this.can(id, 'customers.view')) return false
    for (const owner of [null, ...this.world.people.map((person) => person.id)])
      if (this.seesOwner(id, here, owner) && !this.seesOwner(id, there, owner)) return false
    return true
  }

  seesWhole(id: number, kind: Kind, field: string): boolean {
    const right = this.rightOn(id, kind, field)
    return right === null || right === 'readOnly'
  }

  /** May this text or number, written there once, ever reach this person? */
  maySee(id: number, secret: { kind: Kind; id: number; field: string }): boolean {
    return this.sees(id, this.find(secret.kind, secret.id), true) && this.seesWhole(id, secret.kind, secret.field)
  }

  // Answers

  shownRow(id: number, record: WorldRecord): { values: Values; masked: string[] } {
    const values = wholeRow(this.world, record)
    const masked: string[] = []
    for (const key of Object.keys(values)) {
      if (this.seesWhole(id, record.kind, key)) continue
      masked.push(key)
      const value = values[key]
      const outline =
        this.rightOn(id, record.kind, key) === 'masked' &&
        typeof value === 'string' &&
        !['level', 'way', 'lastFollowUpWay'].includes(key)
      const digits =
        typeof value === 'string' && value.length >= 7 && value.length === value.replace(/[^\d\s+\-()]/g, '').length
      if (key === 'tags') values[key] = []
      else if (key === 'lastFollowUpWay' && value !== null && this.rightOn(id, record.kind, key) === 'masked')
        values[key] = `${String(value)[0]}***`
      else if (!outline) values[key] = null
      else values[key] = digits ? `${value.slice(0, 3)}****${value.slice(-4)}` : `${value[0]}***`
    }
    return { values, masked: masked.sort() }
  }

  /** The records of a list, by id; null when filter or order name a field not seen whole. */
  listed(id: number, kind: Kind, fields: string[], holds: (values: Values) => boolean): number[] | null {
    for (const field of fields) if (!this.seesWhole(id, kind, field)) return null
    const ids: number[] = []
    for (const record of this.world.records)
      if (record.kind === kind && this.sees(id, record) && holds(wholeRow(this.world, record))) ids.push(record.id)
    return ids.sort((a, b) => a - b)
  }

  inBin(id: number): string[] {
    const names: string[] = []
    for (const record of this.world.records)
      if (
        record.archived &&
        this.sees(id, record, true) &&
        this.scopeHolds(id, 'recycleBin.view', this.ownerOf(record))
      )
        names.push(`${record.kind}/${record.id}`)
    return names.sort()
  }

  // Verdicts on writes, in the order in which a refusal may be told

  onRecord(id: number, permission: string, record: WorldRecord | null, binned = false): Verdict {
    if (!this.can(id, permission)) return 'forbidden'
    if (!this.sees(id, record, binned)) return 'notFound'
    return this.worksOn(id, permission, record) ? 'ok' : 'forbidden'
  }

  create(id: number, kind: Kind, values: Values): Verdict {
    if (!this.can(id, `${kind}.create`)) return 'forbidden'
    for (const key of Object.keys(values))
      if (values[key] !== null && this.rightOn(id, kind, key) !== null) return 'invalid'
    return this.pointsRightly(id, kind, values, values, `${kind}.create`) ? 'ok' : 'invalid'
  }

  update(id: number, kind: Kind, recordId: number, version: number, changes: Values): Verdict {
    const record = this.find(kind, recordId)
    const reach = this.onRecord(id, `${kind}.update`, record)
    if (reach !== 'ok' || !record) return reach
    if (record.version !== version) return 'conflict'
    for (const key of Object.keys(changes)) if (!this.seesWhole(id, kind, key)) return 'invalid'
    const changed: Values = {}
    for (const key of Object.keys(changes))
      if (JSON.stringify(changes[key] ?? null) !== JSON.stringify(record.values[key] ?? null))
        changed[key] = changes[key]
    for (const key of Object.keys(changed)) if (this.rightOn(id, kind, key) !== null) return 'invalid'
    return this.pointsRightly(id, kind, changed, { ...record.values, ...changed }, `${kind}.update`) ? 'ok' : 'invalid'
  }

  /** Owners and authors within one's scope, customers one may work on, contacts of that customer that one sees. */
  pointsRightly(id: number, kind: Kind, given: Values, whole: Values, permission: string): boolean {
    for (const key of ['ownerId', 'personId']) {
      const person = given[key] as number | null | undefined
      if (typeof person === 'number' && person !== id && !this.scopeHolds(id, permission, person)) return false
    }
    if (kind === 'customers') return true
    const customer = this.find('customers', whole['customerId'] as number)
    if (given['customerId'] !== undefined && !(this.sees(id, customer) && this.worksOn(id, permission, customer)))
      return false
    if (
      typeof whole['contactId'] !== 'number' ||
      (given['customerId'] === undefined && given['contactId'] === undefined)
    )
      return true
    const contact = this.find('contacts', whole['contactId'])
    return (
      contact?.values['customerId'] === whole['customerId'] &&
      (typeof given['contactId'] !== 'number' || this.sees(id, contact))
    )
  }

  share(
    id: number,
    customerId: number,
    version: number,
    before: string[],
    after: { personId: number; level: string }[],
    texts: string[],
  ): Verdict {
    const customer = this.find('customers', customerId)
    const reach = this.onRecord(id, 'customers.share', customer)
    if (reach !== 'ok' || !customer) return reach
    if (customer.version !== version) return 'conflict'
    for (let i = 0; i < after.length; i++)
      if (after[i]!.level === 'write' && !before.includes(texts[i]!) && !this.worksOn(id, 'customers.update', customer))
        return 'rule'
    return 'ok'
  }
}
