// A field is one fact kept about a record. Rows, forms, lists, filters, imports and exports all follow from it.

import type { Rule } from './rules'

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'dateTime',
  'choice',
  'choices',
  'yesNo',
  'person',
  'reference',
  'file',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What a text holds; gives checking, keyboard, links and masking. `region`: code of 省/市/区. */
export type TextFormat = 'phone' | 'phones' | 'mail' | 'mails' | 'link' | 'region' | 'birthday' | 'taxNumber'

export interface Field {
  kind: FieldKind
  format?: TextFormat
  required?: boolean
  /** Characters at most (texts). */
  max?: number
  /** Codes of a choice; labels are locale keys `choices.<entity>.<field>.<code>`. */
  options?: readonly string[]
  /** choices: new words may be added while typing (tags). */
  open?: boolean
  /** The entity a reference points to. */
  entity?: string
  /** Kept by the host (counts, last contact); never accepted from outside. */
  computed?: boolean
  /** May be filtered and sorted by. Default true except longText and file. */
  filterable?: boolean
  /** Value when nothing is said. */
  fallback?: string | number | boolean | readonly string[]
  /** Heads a group of the form. */
  group?: string
  /** No two living records have the same value. */
  unique?: boolean
  /** Said under its input. */
  help?: string
  /** Found by the words one searches with. */
  searched?: boolean
  /** Only asked for while this holds of the record. */
  shownWhen?: Rule
  /** Required while this holds of the record. */
  requiredWhen?: Rule
  /** A custom field: lives in the `custom` column, labelled by its admin. */
  custom?: { label: string; optionLabels?: Record<string, string> }
}

export type Fields = Record<string, Field>

type Make<K extends FieldKind> = <const F extends Omit<Field, 'kind'>>(more?: F) => F & { kind: K }
const make =
  <K extends FieldKind>(kind: K): Make<K> =>
  (more) =>
    // spread of a generic loses the literal kind
    ({ kind, ...more }) as never

export const text = make('text')
export const longText = make('longText')
export const number = make('number')
/** Integer fen. */
export const money = make('money')
/** 'YYYY-MM-DD'. */
export const date = make('date')
/** Epoch milliseconds. */
export const dateTime = make('dateTime')
export const choice = make('choice')
export const choices = make('choices')
export const yesNo = make('yesNo')
/** Id of a person of the office. */
export const person = make('person')
/** Id of a record of `entity`. */
export const reference = make('reference')
export const file = make('file')

export type ValueOf<F extends Field> = F['kind'] extends 'number' | 'money' | 'dateTime' | 'person' | 'reference'
  ? number
  : F['kind'] extends 'yesNo'
    ? boolean
    : F['kind'] extends 'choices'
      ? string[]
      : F['kind'] extends 'choice'
        ? F['options'] extends readonly string[]
          ? F['options'][number]
          : string
        : string

type Written<F extends Fields> = { [K in keyof F as F[K]['computed'] extends true ? never : K]: F[K] }
type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K]['required'] extends true ? (F[K] extends { fallback: unknown } ? never : K) : never
}[keyof F]

/** A value that may be missing, and that masks may take away. */
export type RowOf<F extends Fields> = {
  id: number
  version: number
  createdAt: number
  updatedAt: number
  archivedAt: number | null
  /** Custom values by key. */
  custom: Record<string, unknown>
  /** Fields this viewer sees only in part. */
  masked?: string[]
} & { [K in keyof F]: ValueOf<F[K]> | null }

export type CreateOf<F extends Fields> = { [K in RequiredKeys<Written<F>>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof Written<F>, RequiredKeys<Written<F>>>]?: ValueOf<F[K]> | null
} & { custom?: Record<string, unknown> }

export type ChangesOf<F extends Fields> = { [K in keyof Written<F>]?: ValueOf<F[K]> | null } & {
  custom?: Record<string, unknown>
}

export interface FieldSet<F extends Fields = Fields> {
  entity: string
  fields: F
}

/**
 * Names the fields of an entity.
 * @example defineFields('customers', { name: text({ required: true, max: 100 }) })
 */
export const defineFields = <const F extends Fields>(entity: string, fields: F): FieldSet<F> => ({ entity, fields })

export const isFilterable = (field: Field): boolean =>
  field.filterable ?? (field.kind !== 'longText' && field.kind !== 'file')
