// Fields an admin added. Their definitions are turned into the same Field shape as the built-in ones;
// their values live in the record's `custom` column.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fail, fieldMessage, type FieldMessage } from '@shared/api/errors'
import type { Field, Fields } from '@shared/fields/field'
import { type DefinitionBody, fieldOf } from '@shared/fields/definition'
import { isNothing } from '@shared/fields/rules'
import { valueSchema } from '@shared/fields/schemas'
import type { Entity } from './entity'

interface Stored {
  key: string
  label: string
  field: string
}

export function customFieldsOf(db: Db, entity: string): Fields {
  const rows = statement<[string], Stored>(
    db,
    'SELECT key, label, field FROM custom_fields WHERE entity = ? AND archived_at IS NULL ORDER BY sort, id',
  ).all(entity)
  return Object.fromEntries(rows.map((row) => [row.key, definedBy(row)]))
}

export const definedBy = ({ key, label, field }: Stored): Field =>
  // the column is written from a checked definition only
  fieldOf(label || key, JSON.parse(field) as DefinitionBody)

/** Also of removed ones: their values wait in the records. */
export const isCustomKey = (db: Db, entity: string, key: string): boolean =>
  statement(db, 'SELECT 1 FROM custom_fields WHERE entity = ? AND key = ?').get(entity, key) !== undefined

type Asking = Pick<Context, 'db'>
const ofCall = new WeakMap<object, Map<string, Fields>>()

/** The custom fields of an entity, read once a call. */
export function customOf(ctx: Asking, entity: Entity): Fields {
  const known = ofCall.get(ctx) ?? new Map<string, Fields>()
  ofCall.set(ctx, known)
  const name = entity.rightsOf ?? entity.name
  const found = known.get(name) ?? customFieldsOf(ctx.db, name)
  known.set(name, found)
  return found
}

/** A definition was written in this call. */
export const forgetCustom = (ctx: Asking): void => void ofCall.delete(ctx)

/** Any field of an entity by the name it is called from outside; custom ones as `custom.key`. */
export function fieldAt(ctx: Asking, entity: Entity, key: string): Field | undefined {
  if (!key.startsWith('custom.')) return Object.hasOwn(entity.set.fields, key) ? entity.set.fields[key] : undefined
  const custom = customOf(ctx, entity)
  return Object.hasOwn(custom, key.slice(7)) ? custom[key.slice(7)] : undefined
}

/** Where a value lies. Keys are [a-z0-9_] by the rule of their room; the same words are those of its index. */
export const customColumn = (key: string, alias = 't.'): string => {
  if (!/^\w{1,64}$/.test(key)) throw new Error('no key of a custom field')
  return `json_extract(${alias}custom, '$.${key}')`
}

/** Checks custom values against their definitions; unknown keys are refused. */
export function checkCustom(fields: Fields, values: Record<string, unknown>): Record<string, unknown> {
  const problems: Record<string, FieldMessage> = {}
  const checked: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) problems[`custom.${key}`] = 'unknownField'
    else if (isNothing(value)) checked[key] = null
    else {
      const result = valueSchema(field).safeParse(value)
      // an empty list or text is nothing, so that "empty" means one thing
      if (result.success) checked[key] = isNothing(result.data) ? null : result.data
      else problems[`custom.${key}`] = fieldMessage(result.error.issues[0]?.message)
    }
  }
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
  return checked
}

/** The name of the index over a custom field's values. */
export const customIndex = ({ table }: Pick<Entity, 'table'>, key: string): string => `custom_${table}_${key}`
