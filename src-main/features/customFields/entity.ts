// Definitions, layouts and templates as records: audited, in change sets, undone like anything else.
// Their rules are checked after the write, so that an undo is held to them too.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { customFieldsOf, forgetCustom, isCustomKey } from '@main/records/customFields'
import type { Entity, StoredRow } from '@main/records/entity'
import { fail } from '@shared/api/errors'
import type { DefinitionBody } from '@shared/fields/definition'
import { definitionFields, layoutFields, templateFields } from '@shared/features/customFields/fields'
import { keepIndex } from './indices'
import { keepSearched } from './searching'

/** More than this nobody oversees, and every write pays for their indices. */
const fieldsAnEntity = 100

export const customFields: Entity<typeof definitionFields.fields> = {
  name: 'customFields',
  room: 'settings',
  set: definitionFields,
  table: 'custom_fields',
  scope: { by: 'office' },
  labelField: 'label',
  defaultSort: { field: 'sort', direction: 'asc' },
  hooks: {
    beforeCreate: (ctx, values) => void (values['key'] = freshKey(ctx)),
    afterWrite(ctx, { row, before }) {
      forgetCustom(ctx)
      guardManager(ctx)
      guardDefinition(ctx, row, before)
      keepIndex(ctx, row)
      keepSearched(ctx, row, before)
    },
  },
}

const managed = {
  afterWrite: (ctx: Context) => guardManager(ctx),
}

export const fieldLayouts: Entity<typeof layoutFields.fields> = {
  name: 'fieldLayouts',
  room: 'settings',
  set: layoutFields,
  table: 'field_layouts',
  scope: { by: 'office' },
  labelField: 'entity',
  defaultSort: { field: 'entity', direction: 'asc' },
  hooks: managed,
}

export const followUpTemplates: Entity<typeof templateFields.fields> = {
  name: 'followUpTemplates',
  room: 'settings',
  set: templateFields,
  table: 'follow_up_templates',
  scope: { by: 'office' },
  labelField: 'way',
  defaultSort: { field: 'way', direction: 'asc' },
  hooks: managed,
}

function guardManager(ctx: Context): void {
  if (ctx.user.id !== 0 && !ctx.rights.can('settings.manage')) throw fail('forbidden')
}

/** From the number of the definition itself, so never one that was used before: its values may still be there. */
function freshKey(ctx: Context): string {
  const row = statement<[], { seq: number }>(
    ctx.db,
    `SELECT seq FROM sqlite_sequence WHERE name = 'custom_fields'`,
  ).get()
  return `f${(row?.seq ?? 0) + 1}`
}

// the column is written from a checked definition only
const bodyOf = (row: StoredRow): DefinitionBody => JSON.parse(String(row['field'])) as DefinitionBody

function guardDefinition(ctx: Context, row: StoredRow, before: StoredRow | null): void {
  const entity = String(row['entity'])
  const fields = customFieldsOf(ctx.db, entity)
  if (Object.keys(fields).length > fieldsAnEntity) throw fail('rule', { code: 'tooLarge' })
  if (row.archivedAt !== null) return
  const [now, old] = [bodyOf(row), before && bodyOf(before)]
  if (old && (old.kind !== now.kind || old.entity !== now.entity))
    throw fail('invalid', { fields: { kind: 'notAllowed' } })
  guardLabel(ctx, row)
  guardConditions(ctx, entity, row, now)
  if (now.unique && !old?.unique) guardNoDoubles(ctx, entity, String(row['key']))
}

function guardLabel(ctx: Context, row: StoredRow): void {
  const taken = statement(
    ctx.db,
    'SELECT 1 FROM custom_fields WHERE entity = ? AND label = ? AND id <> ? AND archived_at IS NULL',
  ).get(row['entity'], row['label'], row.id)
  if (taken) throw fail('invalid', { fields: { label: 'exists' } })
}

/** Conditions name fields that are there, and never the field itself. */
function guardConditions(ctx: Context, name: string, row: StoredRow, body: DefinitionBody): void {
  const { set } = ctx.services.entities.get(name)
  const known = (key: string): boolean => {
    if (!key.startsWith('custom.')) return Object.hasOwn(set.fields, key)
    return key !== `custom.${String(row['key'])}` && isCustomKey(ctx.db, name, key.slice(7))
  }
  for (const part of ['shownWhen', 'requiredWhen'] as const)
    if ((body[part] ?? []).some(({ field }) => !known(field)))
      throw fail('invalid', { fields: { [part]: 'unknownField' } })
}

function guardNoDoubles(ctx: Context, name: string, key: string): void {
  const { table } = ctx.services.entities.get(name)
  const column = `json_extract(custom, '$.${key}')`
  const sql = `SELECT 1 FROM ${table} WHERE archived_at IS NULL AND ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1`
  if (statement(ctx.db, sql).get()) throw fail('invalid', { fields: { unique: 'twice' } })
}
