// From a filter tree to SQL. Field names are looked up, values are bound; nothing of a filter becomes SQL text.
import type { Context } from '@main/api/context'
import { fail, type FieldMessage } from '@shared/api/errors'
import type { Condition as FieldCondition, Filter } from '@shared/api/filters'
import { isPeriod, rangeOf } from '@shared/api/periods'
import { dayOf } from '@shared/dates'
import { type Field, isFilterable } from '@shared/fields/field'
import { codesOfRegion } from '@shared/regions'
import { customColumn, fieldAt } from './customFields'
import { columnOf, type Entity } from './entity'
import { seesField } from './masks'
import { questionSql } from './questions'
import type { Condition } from './scope'

const dayMs = 86_400_000
const system: Record<string, Field> = {
  id: { kind: 'number' },
  createdAt: { kind: 'dateTime' },
  updatedAt: { kind: 'dateTime' },
}

export interface Column {
  field: Field
  sql: string
}

const refuse = (field: string, why: FieldMessage) => fail('invalid', { fields: { [field]: why } })

/** The column of a field that may be filtered and sorted by this viewer; throws `invalid` otherwise. */
export function columnFor(ctx: Context, entity: Entity, key: string): Column {
  const own = Object.hasOwn(entity.set.fields, key)
    ? entity.set.fields[key]
    : Object.hasOwn(system, key)
      ? system[key]
      : undefined
  if (own) {
    if (!isFilterable(own)) throw refuse(key, 'notFilterable')
    if (!seesField(ctx, entity.name, key)) throw refuse(key, 'notAllowed')
    const expression = entity.expressions?.[key]
    return {
      field: own,
      sql: expression ? `(${expression.replaceAll(':me', String(ctx.user.id))})` : `t.${columnOf(key)}`,
    }
  }
  const custom = fieldAt(ctx, entity, key)
  // a field one does not see looks like one that may not be used, whatever it is
  if (!seesField(ctx, entity.name, key)) throw refuse(key, 'notAllowed')
  if (!custom) throw refuse(key, 'unknownField')
  if (!isFilterable(custom)) throw refuse(key, 'notFilterable')
  return { field: custom, sql: customColumn(key.slice(7)) }
}

export function filterSql(ctx: Context, entity: Entity, filter: Filter): Condition {
  if ('and' in filter) return join(ctx, entity, filter.and, 'AND')
  if ('or' in filter) return join(ctx, entity, filter.or, 'OR')
  if (filter.operator === 'asked') return questionSql(ctx, entity.name, filter)
  return conditionSql(ctx, columnFor(ctx, entity, filter.field), filter)
}

function join(ctx: Context, entity: Entity, parts: readonly Filter[], word: 'AND' | 'OR'): Condition {
  if (parts.length === 0) return { sql: '1', params: [] }
  const all = parts.map((part) => filterSql(ctx, entity, part))
  return { sql: `(${all.map((one) => one.sql).join(` ${word} `)})`, params: all.flatMap((one) => one.params) }
}

const asList = (value: FieldCondition['value']): (string | number | boolean)[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** LIKE treats % and _ as wild; a search for 50% must not. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function conditionSql(
  ctx: Context,
  { field, sql }: Column,
  { field: key, operator, value }: FieldCondition,
): Condition {
  // a custom list that is empty is not there
  const isList = field.kind === 'choices' && !field.custom
  const days = typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0
  switch (operator) {
    case 'empty':
      return { sql: isList ? `${sql} = '[]'` : `${sql} IS NULL`, params: [] }
    case 'notEmpty':
      return { sql: isList ? `${sql} <> '[]'` : `${sql} IS NOT NULL`, params: [] }
    case 'is':
    case 'in':
      return among(ctx, field, sql, key, asList(value))
    case 'isNot':
    case 'notIn': {
      const inside = among(ctx, field, sql, key, asList(value))
      return { sql: `NOT coalesce(${inside.sql}, 0)`, params: inside.params }
    }
    case 'contains':
    case 'notContains':
    case 'startsWith':
      return textSql(field, sql, key, operator, value)
    case 'atLeast':
    case 'atMost':
    case 'between':
      return rangeSql(field, sql, key, operator, asList(value))
    case 'during':
      return duringSql(ctx, field, sql, key, value)
    default:
      return relativeSql(ctx, field, sql, operator, days)
  }
}

function duringSql(ctx: Context, field: Field, sql: string, key: string, value: FieldCondition['value']): Condition {
  if (!isPeriod(value) || (field.kind !== 'date' && field.kind !== 'dateTime')) throw refuse(key, 'invalid')
  const range = rangeOf(value, ctx.now)
  return { sql: `(${sql} >= ? AND ${sql} < ?)`, params: field.kind === 'date' ? range.map(dayOf) : [...range] }
}

function among(ctx: Context, field: Field, sql: string, key: string, values: (string | number | boolean)[]): Condition {
  const wanted =
    field.kind === 'person'
      ? peopleMeant(ctx, values)
      : values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
  if (wanted.length === 0) return { sql: '0', params: [] }
  const marks = wanted.map(() => '?').join(',')
  if (field.kind === 'choices') {
    // looked for as text first: taking every list apart costs ten times more
    const held = wanted.map(() => `instr(${sql}, ?) > 0`).join(' OR ')
    const words = wanted.map((value) => JSON.stringify(value))
    return {
      sql: `((${held}) AND EXISTS (SELECT 1 FROM json_each(${sql}) WHERE value IN (${marks})))`,
      params: [...words, ...wanted],
    }
  }
  // an unset yes/no is a no
  if (field.kind === 'yesNo' && wanted.includes(0)) return { sql: `coalesce(${sql}, 0) IN (${marks})`, params: wanted }
  if (field.format === 'region') return regionSql(sql, key, wanted)
  return { sql: `${sql} IN (${marks})`, params: wanted }
}

/** A province holds its cities, a city its districts. */
function regionSql(sql: string, key: string, codes: (string | number)[]): Condition {
  if (!codes.every((code) => /^\d{2,6}$/.test(String(code)))) throw refuse(key, 'region')
  const all = [...new Set(codes.flatMap((code) => codesOfRegion(String(code))))]
  // Said to let most through: SQLite then looks up the other conditions in each region of the index, where it has the
  // choice. By its own guess it would read every row of the region.
  const inside = `(likelihood(${sql} >= ?, 0.95) AND likelihood(${sql} < ?, 0.95))`
  return {
    sql: `(${all.map(() => inside).join(' OR ')})`,
    params: all.flatMap((code) => [code, `${code}:`]),
  }
}

function peopleMeant(ctx: Context, values: (string | number | boolean)[]): number[] {
  return values.flatMap((value) => {
    if (value === 'me') return [ctx.user.id]
    if (value === 'myPeople') return [...ctx.rights.below]
    return typeof value === 'number' ? [value] : []
  })
}

function textSql(field: Field, sql: string, key: string, operator: string, value: FieldCondition['value']): Condition {
  if (typeof value !== 'string' || value === '') throw refuse(key, 'text')
  if (field.kind === 'choices') {
    const found = {
      sql: `EXISTS (SELECT 1 FROM json_each(${sql}) WHERE value LIKE ? ESCAPE '\\')`,
      params: [`%${likeText(value)}%`],
    }
    return operator === 'notContains' ? { sql: `NOT ${found.sql}`, params: found.params } : found
  }
  const pattern = operator === 'startsWith' ? `${likeText(value)}%` : `%${likeText(value)}%`
  const like = `${sql} LIKE ? ESCAPE '\\'`
  return { sql: operator === 'notContains' ? `NOT coalesce(${like}, 0)` : like, params: [pattern] }
}

function rangeSql(
  field: Field,
  sql: string,
  key: string,
  operator: string,
  values: (string | number | boolean)[],
): Condition {
  const [from, to] = values
  const fits = (bound: unknown): boolean =>
    field.kind === 'date' || field.kind === 'text' ? typeof bound === 'string' : typeof bound === 'number'
  if (!fits(from) || (operator === 'between' && !fits(to))) throw refuse(key, 'invalid')
  if (operator === 'between') return { sql: `${sql} BETWEEN ? AND ?`, params: [from, to] }
  return { sql: `${sql} ${operator === 'atLeast' ? '>=' : '<='} ?`, params: [from] }
}

/** Midnight of the day `days` from today, in the computer's own time zone. */
function midnight(now: number, days: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

function relativeSql(ctx: Context, field: Field, sql: string, operator: string, days: number): Condition {
  const point = (offset: number): string | number =>
    field.kind === 'date' ? dayOf(ctx.now + offset * dayMs) : midnight(ctx.now, offset)
  switch (operator) {
    case 'olderThanDays':
      return { sql: `(${sql} IS NULL OR ${sql} < ?)`, params: [point(-days)] }
    case 'withinDays':
      return { sql: `(${sql} >= ? AND ${sql} < ?)`, params: [point(-days), point(1)] }
    case 'nextDays':
      return { sql: `(${sql} >= ? AND ${sql} < ?)`, params: [point(0), point(days + 1)] }
    case 'today':
      return { sql: `(${sql} >= ? AND ${sql} < ?)`, params: [point(0), point(1)] }
    default:
      return { sql: `${sql} < ?`, params: [point(0)] }
  }
}
