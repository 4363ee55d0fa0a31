// Every question that may be asked of every field, under the orders that lists can stand in: it is answered or refused
// with a word, and neither the order, nor the way the rows are found, nor who counts them changes which rows they are.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import { customOf } from '@main/records/customFields'
import { columnOf, type Entity, storedFields } from '@main/records/entity'
import { columnFor } from '@main/records/filters'
import { indexBy } from '@main/records/indices'
import { allIds, list } from '@main/records/list'
import { seesField } from '@main/records/masks'
import { narrowingOf } from '@main/records/narrowing'
import { operatorsOf } from '@renderer/records/filter/operators'
import type { ApiError } from '@shared/api/errors'
import { type Condition, type FilterOperator, filterOperators } from '@shared/api/filters'
import type { Sort } from '@shared/api/paging'
import type { DefinitionBody } from '@shared/fields/definition'
import { type Field, isFilterable } from '@shared/fields/field'
import { fillOffice } from '../../bench/office'
import type { OfficePerson } from '../../bench/people'
import { openTestApp, type TestApp } from '../../support/app'

const kinds = ['customers', 'contacts', 'followUps', 'pool', 'tasks']
const listed = kinds.filter((kind) => kind !== 'tasks')
const day = 86_400_000
let app: TestApp
let viewers: readonly OfficePerson[]

/** SQL that gives rows something in an empty column, and leaves every fourth without. */
const filling: Partial<Record<Field['kind'], string>> = {
  text: `'值' || id % 9`,
  number: 'id % 30',
  money: 'id % 30 * 100',
  date: `date('2026-11-18', (id % 80 - 40) || ' days')`,
  dateTime: `${new Date(2026, 10, 18).getTime()} + (id % 80 - 40) * ${day}`,
  yesNo: 'id % 2',
  choices: `json_array('甲', '乙' || id % 3)`,
}
const optionLabels = { a: '甲', b: '乙' }
const own: Partial<Record<Field['kind'], Omit<DefinitionBody, 'kind'>>> = {
  text: {},
  number: {},
  date: {},
  dateTime: {},
  yesNo: {},
  choice: { options: ['a', 'b'], optionLabels },
  choices: { options: ['a', 'b'], optionLabels },
  person: {},
}

async function furnish(): Promise<void> {
  const { db } = app.host
  for (const [kind, more] of Object.entries(own)) {
    // the keys above are kinds
    const field = { kind, ...more } as DefinitionBody
    const { key } = await app.owner.api.customFields.create({ entity: 'customers', label: kind, field })
    const value = kind === 'choices' ? `json_array('a', 'b')` : kind === 'choice' ? `'a'` : (filling[field.kind] ?? '2')
    db.exec(`UPDATE customers SET custom = json_set(custom, '$.${key}', ${value}) WHERE id % 4 > 0`)
  }
  for (let n = 0; n < 20; n++)
    await app.owner.api.tasks.create({ title: `事${n % 7}`, ...(n % 3 ? { dueOn: `2026-11-${n + 10}` } : {}) })
  db.exec('UPDATE customers SET owner_id = NULL WHERE id % 5 = 0')
  for (const entity of kinds.map((kind) => app.host.services.entities.get(kind))) fillEmpty(entity)
  for (const table of ['customers', 'contacts', 'follow_ups'])
    db.exec(`UPDATE ${table} SET archived_at = 1 WHERE id % 11 = 0`)
}

function fillEmpty(entity: Entity): void {
  const { db } = app.host
  const bare = db.prepare<[string], { name: string }>(`SELECT name FROM pragma_table_info(?) WHERE "notnull" = 0`)
  const nullable = new Set(bare.all(entity.table).map(({ name }) => name))
  for (const [key, { kind }] of storedFields(entity)) {
    const [column, value] = [columnOf(key), filling[kind]]
    if (!value || !nullable.has(column)) continue
    db.exec(`UPDATE ${entity.table} SET ${column} = ${value} WHERE ${column} IS NULL AND id % 4 > 0`)
  }
}

beforeAll(async () => {
  app = openTestApp()
  viewers = fillOffice(app.host.db, { customers: 110, followUps: 220, people: 12, seed: 5 })
  await furnish()
  app.host.services.rights.forget()
})
afterAll(() => app.close())

function contextOf(id: number): Context {
  const { db, services } = app.host
  // only what reading asks of a context
  return { db, services, rights: services.rights.of(id), user: { id }, now: app.clock.now } as Context
}

/** What this viewer may ask for, by key. */
function fieldsOf(ctx: Context, entity: Entity): Map<string, Field> {
  const own = Object.entries(customOf(ctx, entity)).map(([key, field]): [string, Field] => [`custom.${key}`, field])
  const all: [string, Field][] = [
    ['id', { kind: 'number' }],
    ['createdAt', { kind: 'dateTime' }],
    ['updatedAt', { kind: 'dateTime' }],
    ...Object.entries(entity.set.fields),
    ...own,
  ]
  return new Map(all.filter(([key, field]) => isFilterable(field) && seesField(ctx, entity.name, key)))
}

/** Two values that stand in the field, for a question that finds some rows and not others. */
function heldBy(ctx: Context, entity: Entity, key: string): (string | number)[] {
  const { sql } = columnFor(ctx, entity, key)
  const held = `SELECT DISTINCT ${sql} v FROM ${entity.table} t WHERE ${sql} IS NOT NULL ORDER BY v LIMIT 7`
  const values = ctx.db.prepare<[], { v: string | number }>(held).all()
  return [values.at(0)?.v ?? 1, values.at(-1)?.v ?? 2]
}

function askedOf(field: Field, operator: FilterOperator, held: (string | number)[]): Condition['value'] {
  const [first = 1, last = 2] = held
  if (field.kind === 'yesNo') return operator === 'is' || operator === 'isNot' ? last !== 0 : Number(last)
  if (field.kind === 'choices' && String(first).startsWith('[')) return operator === 'contains' ? '乙' : ['甲', 'a']
  if (operator === 'during') return 'thisMonth'
  if (operator.endsWith('Days')) return 10
  if (operator === 'in' || operator === 'notIn')
    return field.kind === 'person' ? ['me', 'myPeople', Number(first)] : held.slice(0, 1)
  if (operator === 'between') return [first, last]
  if (/contains|startsWith/i.test(operator)) return String(first).slice(0, 1)
  if (/mpty|oday/.test(operator)) return undefined
  return operator === 'atMost' ? last : first
}

function questionsOf(ctx: Context, entity: Entity, operators: (field: Field) => readonly FilterOperator[]) {
  return [...fieldsOf(ctx, entity)].flatMap(([key, field]) => {
    const held = heldBy(ctx, entity, key)
    return operators(field).map((operator): Condition => {
      const value = askedOf(field, operator, held)
      return { field: key, operator, ...(value === undefined ? {} : { value }) }
    })
  })
}

const inTurn = (keys: readonly string[], turn: number): Sort => ({
  field: keys[(turn * 7) % keys.length] ?? 'id',
  direction: turn % 2 ? 'asc' : 'desc',
})

/** Where rows are found by an index of the question, every order that has one too; else two orders in turn. */
function ordersOf(ctx: Context, entity: Entity): (filter: Condition, turn: number) => Sort[] {
  const all = [...fieldsOf(ctx, entity).keys()]
  const walked = all.filter((key) => indexBy(ctx, entity, columnFor(ctx, entity, key)) !== null)
  return (filter, turn) =>
    narrowingOf(ctx, entity, filter)
      ? [...walked.map((key, at) => inTurn([key], turn + at)), inTurn(all, turn)]
      : [inTurn(walked, turn), inTurn(all, turn)]
}

const isOffered = (field: Field | undefined, { operator }: Condition): boolean =>
  field !== undefined && operatorsOf(field).some((one) => one === operator)

const ways = ['walk', 'sight', 'filter'] as const

it.each(kinds)('%s: whatever the order and the way, a question finds the same rows', (kind) => {
  const entity = app.host.services.entities.get(kind)
  const rep = viewers.find(({ role }) => role === 'rep')
  let found = 0
  for (const id of [app.owner.id, rep?.id ?? 0]) {
    const ctx = contextOf(id)
    const orders = ordersOf(ctx, entity)
    for (const [turn, filter] of questionsOf(ctx, entity, operatorsOf).entries()) {
      // one viewer is asked all, the other a part: it is the same engine
      if (!ctx.rights.isOwner && turn % 4 > 0) continue
      const ids = new Set(allIds(ctx, entity, { filter }))
      found += ids.size
      for (const [at, sort] of orders(filter, turn).entries()) {
        const [free, forced] = [undefined, ways[(turn + at) % 3]].map((way) => {
          const { rows, count } = list(ctx, entity, { filter, sort: [sort], limit: 4 }, way)
          return { ids: rows.map((row) => row.id), count }
        })
        const why = `${JSON.stringify(filter)} by ${JSON.stringify(sort)} for ${id}`
        expect(free?.count, why).toEqual({ value: ids.size, exact: true })
        expect(
          free?.ids.filter((one) => !ids.has(one)),
          why,
        ).toEqual([])
        expect(forced, why).toEqual(free)
      }
    }
  }
  expect(found).toBeGreaterThan(100)
})

it.each(listed)('%s: a question and its contrary share all rows out between them', (kind) => {
  const entity = app.host.services.entities.get(kind)
  const ctx = contextOf(app.owner.id)
  const everything = allIds(ctx, entity, {}).sort((a, b) => a - b)
  const contraries = { in: 'notIn', is: 'isNot', empty: 'notEmpty', contains: 'notContains' } as const
  const asked = questionsOf(ctx, entity, (field) =>
    operatorsOf(field).includes('contains') ? ['in', 'is', 'empty', 'contains'] : ['in', 'is', 'empty'],
  )
  for (const one of asked) {
    // the operators are those named above
    const contrary = { ...one, operator: contraries[one.operator as keyof typeof contraries] }
    const both = [one, contrary].flatMap((filter) => allIds(ctx, entity, { filter }))
    expect(
      both.sort((a, b) => a - b),
      JSON.stringify(one),
    ).toEqual(everything)
  }
})

it.each(listed)(
  '%s: any operator on any field is answered through the api, or refused by the name of the field',
  async (kind) => {
    const ctx = contextOf(app.owner.id)
    const entity = app.host.services.entities.get(kind)
    const fields = fieldsOf(ctx, entity)
    const asked = questionsOf(ctx, entity, () => filterOperators)
    for (const [turn, filter] of asked.entries()) {
      const sort = [inTurn([...fields.keys()], turn)]
      const answer = await app.owner.raw(`${kind}.list`, { filter, sort, limit: 1 }).then(
        () => 'answered',
        (error: ApiError) => `${error.code} ${Object.keys(error.details.fields ?? {}).join()}`,
      )
      const allowed = isOffered(fields.get(filter.field), filter)
        ? ['answered']
        : ['answered', `invalid ${filter.field}`]
      expect(allowed, JSON.stringify(filter)).toContain(answer)
    }
  },
)
