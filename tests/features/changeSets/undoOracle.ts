// A plain model of undo, written apart from the engine: whole states before and after each command, loops and objects, no SQL.
import type { Db } from '@main/database/open'

export interface RecordState {
  archived: boolean
  fields: Record<string, unknown>
}
/** 'customers/7' → its state. */
export type State = Map<string, RecordState>

const ignored = new Set([
  'id',
  'version',
  'created_at',
  'updated_at',
  'created_by_id',
  'archived_at',
  'custom',
  'last_followed_at',
  'last_follow_up_way',
  'last_follow_up',
  'next_follow_at',
  'next_step',
  'follow_up_count',
  'contact_count',
  'birthday_month_day',
  'pooled_at',
  'former_owner_id',
  'value_tier',
  'value_score',
])
/** Of follow-ups the next step is their own. */
const kept: Record<string, string[]> = { follow_ups: ['next_step'] }
const tables = { customers: 'customers', contacts: 'contacts', followUps: 'follow_ups' } as const

/** Every record as it lies in the tables. */
export function readState(db: Db): State {
  const state: State = new Map()
  for (const [entity, table] of Object.entries(tables))
    for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      const fields: Record<string, unknown> = {}
      for (const [column, value] of Object.entries(row))
        if (!ignored.has(column) || kept[table]?.includes(column)) fields[column] = value
      for (const [key, value] of Object.entries(JSON.parse(String(row['custom'])) as Record<string, unknown>))
        fields[`custom.${key}`] = value
      state.set(`${entity}/${String(row['id'])}`, { archived: row['archived_at'] !== null, fields })
    }
  for (const row of db.prepare(`SELECT * FROM record_access ORDER BY person_id`).all() as Record<string, unknown>[]) {
    const record = state.get(`${String(row['entity'])}/${String(row['record_id'])}`)!
    const key = `access.${String(row['kind'])}`
    record.fields[key] =
      `${(record.fields[key] as string | undefined) ?? ''}${String(row['person_id'])}${String(row['level'])}${String(row['until_on'])};`
  }
  return state
}

/** One command's work on one record. */
interface Step {
  set: number
  name: string
  created: boolean
  archived: [boolean, boolean] | null
  fields: Map<string, [unknown, unknown]>
}

const value = (state: RecordState | undefined, field: string): unknown => state?.fields[field] ?? null

export class Oracle {
  steps: Step[] = []

  constructor(private state: State) {}

  /** A command of set `set` left the office in this state. */
  happened(set: number, after: State): void {
    const steps: Step[] = []
    for (const [name, now] of after) {
      const was = this.state.get(name)
      const step: Step = {
        set,
        name,
        created: !was,
        archived: was && was.archived !== now.archived ? [was.archived, now.archived] : null,
        fields: new Map(),
      }
      for (const field of new Set([...Object.keys(was?.fields ?? {}), ...Object.keys(now.fields)]))
        if (was && value(was, field) !== value(now, field))
          step.fields.set(field, [value(was, field), value(now, field)])
      if (step.created || step.archived || step.fields.size > 0) steps.push(step)
    }
    // what hangs on a record is archived before it, and made or restored after it
    const order = (step: Step): number =>
      Object.keys(tables).indexOf(step.name.split('/')[0]!) * (step.archived?.[1] ? -1 : 1)
    this.steps.push(...steps.sort((a, b) => order(a) - order(b)))
    this.state = after
  }

  private net(steps: Step[]): Omit<Step, 'set' | 'name'> {
    const fields = new Map<string, [unknown, unknown]>()
    let archived: [boolean, boolean] | null = null
    for (const step of steps) {
      if (step.archived) archived = [archived ? archived[0] : step.archived[0], step.archived[1]]
      for (const [field, [before, after]] of step.fields)
        fields.set(field, [fields.has(field) ? fields.get(field)![0] : before, after])
    }
    for (const [field, [before, after]] of fields) if (before === after) fields.delete(field)
    return {
      created: steps[0]?.created ?? false,
      archived: archived && archived[0] !== archived[1] ? archived : null,
      fields,
    }
  }

  private editedByOthers(set: number, name: string): boolean {
    const first = this.steps.findIndex((step) => step.set === set && step.name === name)
    const net = this.net(this.steps.slice(first).filter((step) => step.name === name && step.set !== set))
    return net.archived !== null || net.fields.size > 0
  }

  private parentOf(name: string): string | null {
    const customer = this.state.get(name)!.fields['customer_id']
    return customer === undefined ? null : `customers/${String(customer)}`
  }

  /** Living records that point to this one. */
  private pointing(state: State, name: string): string[] {
    const [entity, id] = name.split('/')
    const columns =
      entity === 'customers' ? ['customer_id'] : entity === 'contacts' ? ['contact_id', 'superior_id'] : []
    const found: string[] = []
    for (const [other, { archived, fields }] of state)
      if (!archived && other !== name && columns.some((column) => fields[column] === Number(id))) found.push(other)
    return found
  }

  /** What the office must be after undoing `set`, and what is listed as left alone. */
  undo(set: number): { state: State; skipped: Set<string> } {
    const state: State = new Map(
      [...this.state].map(([name, record]) => [name, { archived: record.archived, fields: { ...record.fields } }]),
    )
    const skipped = new Set<string>()
    const own = this.steps.filter((step) => step.set === set)
    const names = [...new Set(own.map((step) => step.name))]
    const position = (name: string): number => {
      const of = own.filter((step) => step.name === name)
      return own.indexOf(of[0]!.created ? of[0]! : of.at(-1)!)
    }
    names.sort((a, b) => position(b) - position(a))
    const createdHere = (name: string): boolean => own.some((step) => step.name === name && step.created)
    for (const name of names) {
      const record = state.get(name)!
      const parent = this.parentOf(name)
      const net = this.net(own.filter((step) => step.name === name))
      if (parent && state.get(parent)!.archived) {
        skipped.add(`${name} record`)
        continue
      }
      if (net.created) {
        if (this.stays(state, set, name, createdHere)) skipped.add(`${name} record`)
        else record.archived = true
        continue
      }
      this.undoFields(state, name, net.fields, skipped)
      if (net.archived?.[1] === true) {
        if (record.archived) record.archived = false
        else skipped.add(`${name} record`)
      }
      if (net.archived?.[1] === false) {
        const lastOwn = this.steps.lastIndexOf(own.filter((step) => step.name === name).at(-1)!)
        const builtOn = this.pointing(state, name).some((other) =>
          this.steps.slice(lastOwn + 1).some((step) => step.created && step.name === other),
        )
        if (record.archived || this.editedByOthers(set, name) || builtOn) skipped.add(`${name} record`)
        else record.archived = true
      }
    }
    return { state, skipped }
  }

  private undoFields(state: State, name: string, fields: Map<string, [unknown, unknown]>, skipped: Set<string>): void {
    const record = state.get(name)!
    for (const [field, [before, after]] of fields) {
      const pointsToGone =
        (field === 'contact_id' || field === 'superior_id') &&
        before !== null &&
        state.get(`contacts/${String(before)}`)!.archived
      if (value(record, field) !== after || pointsToGone) skipped.add(`${name} ${field}`)
      else record.fields[field] = before
    }
  }

  /** A created record stays when it was edited, or when something that stays points to it. */
  private stays(state: State, set: number, name: string, createdHere: (name: string) => boolean): boolean {
    const leaving = new Set<string>()
    for (const [other, record] of state) {
      const parent = this.parentOf(other)
      if (
        createdHere(other) &&
        !record.archived &&
        !this.editedByOthers(set, other) &&
        !(parent && state.get(parent)!.archived)
      )
        leaving.add(other)
    }
    let smaller = true
    while (smaller) {
      smaller = false
      for (const other of leaving)
        if (this.pointing(state, other).some((pointer) => !leaving.has(pointer))) {
          leaving.delete(other)
          smaller = true
        }
    }
    return !leaving.has(name)
  }
}

/** Fields as the engine calls them → columns. */
export const columnName = (field: string): string =>
  field.includes('.') ? field : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
