// A unit is one customer of a foreign table with all the rows that speak of it.
import { nameKey, otherForm, relatedNames } from './companyNames'
import type { Draft, FollowUpDraft, NoteLine, PhotoDraft, Problem, Values } from './draft'
import { digitsOf } from './phones'

export type MatchKey = 'name' | 'phone' | 'taxNumber'

export interface UnitRow {
  line: number
  contacts: Values[]
  followUps: FollowUpDraft[]
  photos: PhotoDraft[]
  notes: NoteLine[]
}

export interface Unit {
  individual: boolean
  customer: Values
  owner: NoteLine | null
  createdAt: number | null
  rows: UnitRow[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** Every number of a customer or contact, as digits. */
export const numbersOf = (values: Values): string[] =>
  [text(values['phone']), ...text(values['otherPhones']).split(/[;；]/u)]
    .map(digitsOf)
    .filter((digits) => digits.length >= 7)

/** Keys by which rows of a file are one customer; the name always counts. */
export function unitKeys(
  draft: Pick<Draft, 'customer' | 'contacts' | 'individual'>,
  matchBy: readonly MatchKey[],
  nameOf: (name: string) => string = nameKey,
): string[] {
  const { customer, contacts, individual } = draft
  const phones = [customer, ...contacts].flatMap(numbersOf)
  const name = nameOf(text(customer['name']))
  // two people of one name are one person only if something else agrees
  const keys = [individual ? `i:${name}|${phones[0] ?? text(customer['mail']).toLowerCase()}` : `n:${name}`]
  if (matchBy.includes('taxNumber') && customer['taxNumber']) keys.push(`t:${text(customer['taxNumber'])}`)
  if (matchBy.includes('phone')) keys.push(...phones.map((digits) => `p:${digits}`))
  return keys
}

/** Label of a customer's field and of its value. */
export type FieldWords = (field: string, value: string) => { heading: string; value: string }

export interface Units {
  all: Unit[]
  add(draft: Draft): void
}

/** @param tell is told of values that contradict an earlier row; `words` name them in the note */
export function createUnits(
  matchBy: readonly MatchKey[],
  tell: (problem: Problem) => void,
  words: FieldWords,
  nameOf: (name: string) => string = nameKey,
): Units {
  const all: Unit[] = []
  const byKey = new Map<string, Unit>()
  return {
    all,
    add(draft) {
      const keys = unitKeys(draft, matchBy, nameOf)
      const known = keys.map((key) => sameUnit(byKey.get(key), key, draft)).find((unit) => unit !== undefined)
      const unit = known ?? {
        individual: draft.individual,
        customer: draft.customer,
        owner: draft.owner,
        createdAt: draft.createdAt,
        rows: [],
      }
      if (known) merge(known, draft, tell, words)
      else all.push(unit)
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, unit)
      const { line, contacts, followUps, photos, notes } = draft
      unit.rows.push({ line, contacts, followUps, photos, notes })
    },
  }
}

/** One phone may serve two companies; then their names say so. */
function sameUnit(unit: Unit | undefined, key: string, { customer, individual }: Draft): Unit | undefined {
  if (!unit || !key.startsWith('p:') || unit.individual || individual) return unit
  return relatedNames(text(unit.customer['name']), text(customer['name'])) ? unit : undefined
}

function merge(unit: Unit, draft: Draft, tell: (problem: Problem) => void, words: FieldWords): void {
  if (draft.owner && unit.owner && draft.owner.value !== unit.owner.value) draft.notes.push(draft.owner)
  unit.owner ??= draft.owner
  if (draft.createdAt !== null) unit.createdAt = Math.min(unit.createdAt ?? draft.createdAt, draft.createdAt)
  for (const { field, value } of mergeValues(unit.customer, draft.customer)) {
    const line = words(field, value)
    draft.notes.push(line)
    tell({ line: draft.line, column: line.heading, value: line.value, code: 'differsInFile', warning: true })
  }
}

/** Fields of which one may have several. */
const several: Record<string, { others: string; max: number }> = {
  phone: { others: 'otherPhones', max: 300 },
  mail: { others: 'otherMails', max: 500 },
}

/**
 * Adds what is new in `more` to `values`: empty fields are filled, numbers, mails and tags are added.
 * Gives what contradicts and was not taken.
 */
export function mergeValues(values: Values, more: Values): { field: string; value: string }[] {
  const left: { field: string; value: string }[] = []
  for (const [field, value] of Object.entries(more)) {
    const before = values[field]
    if (before === undefined || before === null || before === '') values[field] = value
    else if (Array.isArray(before) && Array.isArray(value)) values[field] = [...new Set([...before, ...value])]
    else if (sameText(before, value)) continue
    else if (several[field]) addTo(values, several[field], text(value), left)
    else if (field === 'otherPhones' || field === 'otherMails')
      for (const one of text(value).split(/[;；]\s*/u))
        addTo(values, { others: field, max: field === 'otherPhones' ? 300 : 500 }, one, left)
    else if (field !== 'name' || !sameName(text(before), text(value))) left.push({ field, value: String(value) })
  }
  return left
}

const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b) && !otherForm(a, b)

const sameText = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase())

function addTo(
  values: Values,
  { others, max }: { others: string; max: number },
  value: string,
  left: { field: string; value: string }[],
): void {
  const main = others === 'otherPhones' ? 'phone' : 'mail'
  const known = [text(values[main]), ...text(values[others]).split(/[;；]\s*/u)].filter((one) => one !== '')
  const keyOf = (one: string): string => (main === 'phone' ? digitsOf(one) : one.toLowerCase())
  if (known.some((one) => keyOf(one) === keyOf(value))) return
  const joined = [...known.slice(1), value].join('; ')
  if (values[main] === undefined || values[main] === null) values[main] = value
  else if (joined.length <= max) values[others] = joined
  else left.push({ field: others, value })
}
