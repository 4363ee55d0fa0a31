// Who or what is meant by a cell that names a colleague, a customer or a contact. What one does not see is not there.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { visibleIds } from '@main/records/read'
import { selectById } from '@main/records/select'
import { idsCalled, sameName } from '@main/search/called'
import type { CellResult } from '@shared/features/importExport/cellValue'
import type { Field } from '@shared/fields/field'
import { ownerFinder } from './owners'

export type NamedFinder = (field: Field, text: string) => CellResult
type Kind = 'customers' | 'contacts'

/** @example namedFinder(ctx)({ kind: 'reference', entity: 'customers' }, '苏州德力') // { value: 12 } or { problem: 'customerTwice' } */
export function namedFinder(ctx: Context): NamedFinder {
  const people = ownerFinder(ctx)
  const known = new Map<string, CellResult>()
  return (field, text) => {
    const about = field.kind === 'person' ? 'people' : (field.entity ?? '')
    const key = `${about}|${text}`
    const found = known.get(key) ?? find(about, text)
    known.set(key, found)
    return found
  }

  function find(about: string, text: string): CellResult {
    if (about === 'people') {
      const found = people.colleague(text)
      return 'id' in found ? { value: found.id } : { problem: found.code }
    }
    if (about === 'customers' || about === 'contacts') return record(ctx, about, text)
    return { problem: 'record' }
  }
}

const codes = {
  customers: { none: 'customerUnknown', several: 'customerTwice' },
  contacts: { none: 'contactUnknown', several: 'contactTwice' },
} as const

function record(ctx: Context, kind: Kind, text: string): CellResult {
  if (!seesField(ctx, kind, 'name')) return { problem: codes[kind].none }
  const named = kind === 'customers' ? preferWhole(ctx, customersCalled(ctx, text), text) : contactsCalled(ctx, text)
  const ids = named.length === 1 ? named : [...atCompany(ctx, kind, text, named), ...byNumber(ctx, kind, text, named)]
  const [first, second] = ids.length > 0 ? ids : named
  if (first === undefined) return { problem: codes[kind].none }
  return second === undefined ? { value: first } : { problem: codes[kind].several }
}

const visible = (ctx: Context, kind: Kind, ids: readonly number[]): number[] =>
  ids.length === 0 ? [] : visibleIds(ctx, ctx.services.entities.get(kind), ids)

const contactsCalled = (ctx: Context, text: string): number[] =>
  visible(ctx, 'contacts', idsCalled(ctx.db, 'contacts', text))

/** By a short name only for whoever sees short names: a match would tell it. */
function customersCalled(ctx: Context, text: string): readonly number[] {
  const ids = visible(ctx, 'customers', idsCalled(ctx.db, 'customers', text))
  return seesField(ctx, 'customers', 'shortName') ? ids : ofWholeName(ctx, ids, text)
}

function ofWholeName(ctx: Context, ids: readonly number[], text: string): readonly number[] {
  const customers = ctx.services.entities.get('customers')
  return ids.filter((id) => sameName(selectById(ctx, customers, id)?.['name'], text))
}

/** Who bears the name comes before whose short name it is. */
function preferWhole(ctx: Context, ids: readonly number[], text: string): readonly number[] {
  if (ids.length < 2) return ids
  const whole = ofWholeName(ctx, ids, text)
  return whole.length > 0 ? whole : ids
}

/** 张伟（苏州德力）, 苏州德力/张伟: a contact with its company. */
function atCompany(ctx: Context, kind: Kind, text: string, bearers: readonly number[]): number[] {
  if (kind !== 'contacts') return []
  const [, name, company] = /^(.+?)\s*[（(【[](.+?)[）)】\]]$/u.exec(text.trim()) ?? []
  const [, before, after] = /^(.+?)\s*[/／|·—–-]+\s*(.+)$/u.exec(text.trim()) ?? []
  const pairs = [
    [name, company],
    [after, before],
    [before, after],
  ]
  for (const [person, at] of pairs) {
    if (!person || !at) continue
    const customers = new Set(customersCalled(ctx, at))
    const there = contactsCalled(ctx, person).filter((id) =>
      customers.has(Number(selectById(ctx, ctx.services.entities.get('contacts'), id)?.['customerId'])),
    )
    if (there.length > 0) return there
  }
  return bearers.length > 1 ? [...bearers] : []
}

/** The number the program itself exports; a name of digits comes first. */
function byNumber(ctx: Context, kind: Kind, text: string, named: readonly number[]): number[] {
  const [, number] = /^#?(\d{1,15})$/u.exec(text.trim()) ?? []
  if (number === undefined || named.length > 0) return []
  const row = selectById(ctx, ctx.services.entities.get(kind), Number(number))
  return row?.archivedAt === null ? visible(ctx, kind, [row.id]) : []
}

/** What such a value is called, for a note. */
export function nameOfValue(ctx: Context, field: Field, value: string): string {
  if (field.kind === 'person')
    return (
      statement<[string], { name: string }>(ctx.db, 'SELECT name FROM people WHERE id = ?').get(value)?.name ?? value
    )
  if (field.kind !== 'reference') return field.custom?.optionLabels?.[value] ?? value
  // it was found among what the viewer sees
  const to = ctx.services.entities.find(field.entity ?? '')
  return to ? String(selectById(ctx, to, Number(value))?.[to.labelField] ?? value) : value
}
