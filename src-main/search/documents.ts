// What is searched: the kinds of record, their fields, and how each field is read.
import type { Db } from '@main/database/open'
import { customColumn, customFieldsOf } from '@main/records/customFields'
import { columnOf, type Entity } from '@main/records/entity'
import type { searchHit } from '@shared/features/search/endpoints'
import type { z } from 'zod'

export type Kind = z.output<typeof searchHit>['entity']

/** `name`: also by pinyin; `text`: any piece; `number`: by three characters or more, several in one field. */
export type Reading = 'name' | 'text' | 'number'

export interface SearchedField {
  key: string
  reading: Reading
}

export interface SearchedKind {
  kind: Kind
  /** The full-text table. */
  index: string
  /** Full-text rows by id of the record itself, or by the order in which records were last written. */
  newestFirst: 'byId' | 'byWrite'
  fields: readonly SearchedField[]
}

const fields = (readings: Record<string, Reading>): readonly SearchedField[] =>
  Object.entries(readings).map(([key, reading]) => ({ key, reading }))

const reached = {
  phone: 'number',
  otherPhones: 'number',
  mail: 'number',
  otherMails: 'number',
  wechat: 'text',
  qq: 'number',
} as const

export const searchedKinds: Record<Kind, SearchedKind> = {
  customers: {
    kind: 'customers',
    index: 'customers_search',
    newestFirst: 'byWrite',
    fields: fields({ name: 'name', shortName: 'name', ...reached, taxNumber: 'number' }),
  },
  contacts: {
    kind: 'contacts',
    index: 'contacts_search',
    newestFirst: 'byId',
    fields: fields({ name: 'name', ...reached, post: 'text' }),
  },
  followUps: {
    kind: 'followUps',
    index: 'follow_ups_search',
    newestFirst: 'byId',
    fields: fields({ content: 'text', nextStep: 'text' }),
  },
}

/** A kind as it is searched now: with the office's own fields that ask for it, behind the ready-made ones. */
export function searchedKind(db: Db, name: Kind): SearchedKind {
  const kind = searchedKinds[name]
  const own = Object.entries(customFieldsOf(db, name)).filter(([, field]) => field.searched)
  if (own.length === 0) return kind
  return {
    ...kind,
    fields: [...kind.fields, ...own.map(([key]): SearchedField => ({ key: `custom.${key}`, reading: 'text' }))],
  }
}

/** The fields of texts handed to a test: of the office's own only how they are read. */
export const fieldsFor = (name: Kind, texts: number): readonly SearchedField[] => {
  const { fields: known } = searchedKinds[name]
  const more = Array.from({ length: texts - known.length }, (): SearchedField => ({ key: 'custom', reading: 'text' }))
  return more.length === 0 ? known : [...known, ...more]
}

/** Where a searched field's text lies in a record. */
export const searchedColumn = (key: string, alias: string): string =>
  key.startsWith('custom.') ? customColumn(key.slice('custom.'.length), alias) : `${alias}${columnOf(key)}`

export const searchedKindOf = (entity: string): SearchedKind | undefined =>
  // the check before makes it one of the kinds
  Object.hasOwn(searchedKinds, entity) ? searchedKinds[entity as Kind] : undefined

/** Which customer was written last: the full-text rows of customers are numbered in that order. */
export const writeOrder = 'customers_search_order'

/** SQL naming the record (as `t`) of the full-text row `row`. */
export const ofRow = ({ table }: Entity, { newestFirst }: SearchedKind, row: string): string =>
  newestFirst === 'byId'
    ? `${table} t ON t.id = ${row}`
    : `${writeOrder} w ON w.place = ${row} CROSS JOIN ${table} t ON t.id = w.record_id`

/** SQL joining the records (as `t`) to their full-text rows, newest first when ordered by `newest` backwards. */
export function indexed(entity: Entity, kind: SearchedKind): { from: string; newest: string } {
  const newest = `${kind.index}.rowid`
  return { from: `${kind.index} CROSS JOIN ${ofRow(entity, kind, newest)}`, newest }
}

/** SQL naming the records (as `t`) without the full-text rows; `newest` is the same order. */
export function recordsByAge({ table }: Entity, { newestFirst }: SearchedKind): { from: string; newest: string } {
  if (newestFirst === 'byId') return { from: `${table} t`, newest: 't.id' }
  return { from: `${writeOrder} w JOIN ${table} t ON t.id = w.record_id`, newest: 'w.place' }
}

/** Stands between the fields of a record handed over as one text; no field holds it. */
export const between = '\u001f'

/** SQL of all fields in one text, since a row of many values costs more to hand over; what is not seen whole is left out. */
export const textsOf = ({ fields: searched }: SearchedKind, seen: readonly boolean[]): string =>
  searched.map(({ key }, i) => (seen[i] ? `ifnull(${searchedColumn(key, 't.')}, '')` : `''`)).join(' || char(31) || ')
