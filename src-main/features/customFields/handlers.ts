import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { archive, restore } from '@main/records/archive'
import { create } from '@main/records/create'
import { customColumn } from '@main/records/customFields'
import type { StoredRow } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { selectById, selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import { fail } from '@shared/api/errors'
import type { DefinitionBody } from '@shared/fields/definition'
import { customFieldsEndpoints, type DefinitionRow } from '@shared/features/customFields/endpoints'
import { customFields } from './entity'
import { keepFile, openFile } from './files'
import { allLayouts, layoutsFor, setLayout } from './layouts'
import { allTemplates, setTemplate } from './templates'

export const customFieldsHandlers = handlersOf(customFieldsEndpoints, {
  forms: (ctx) => ({
    fields: definitions(ctx, 't.archived_at IS NULL')
      .filter((row) => isShown(ctx, row))
      .map(({ entity, key, label, field }) => ({ entity, key, label, field: withoutUnseen(ctx, entity, field) })),
    layouts: layoutsFor(ctx),
    templates: allTemplates(ctx).map(({ way, body }) => ({ way, body })),
  }),

  list: (ctx) => ({ fields: definitions(ctx, '1'), layouts: allLayouts(ctx), templates: allTemplates(ctx) }),

  create(ctx, { entity, label, field }) {
    const made = create(ctx, customFields, { entity, label, field: JSON.stringify(field), sort: nextSort(ctx, entity) })
    return definition(ctx, made.id)
  },

  update(ctx, { id, version, changes: { label, field, sort } }) {
    update(ctx, customFields, {
      id,
      version,
      changes: {
        ...(label === undefined ? {} : { label }),
        ...(field === undefined ? {} : { field: JSON.stringify(field) }),
        ...(sort === undefined ? {} : { sort }),
      },
    })
    return definition(ctx, id)
  },

  archive(ctx, input) {
    archive(ctx, customFields, input)
    return definition(ctx, input.id)
  },

  restore(ctx, input) {
    restore(ctx, customFields, input)
    return definition(ctx, input.id)
  },

  usage: (ctx, { id }) => ({ filled: filled(ctx, definition(ctx, id)) }),
  keepFile: (ctx, { token }) => keepFile(ctx, token),
  openFile: (ctx, input) => openFile(ctx, input),
  setLayout: (ctx, input) => ({ layout: setLayout(ctx, input) }),
  setTemplate: (ctx, input) => ({ template: setTemplate(ctx, input) }),
})

function definitions(ctx: Context, where: string): DefinitionRow[] {
  return selectRows(ctx, customFields, { sql: where, params: [] }, 'ORDER BY t.entity, t.sort, t.id').map(toDefinition)
}

function definition(ctx: Context, id: number): DefinitionRow {
  const row = selectById(ctx, customFields, id)
  if (!row) throw fail('notFound')
  return toDefinition(row)
}

const toDefinition = ({ id, version, archivedAt, ...row }: StoredRow): DefinitionRow => ({
  id,
  version,
  archivedAt,
  // written from checked input only
  entity: row['entity'] as DefinitionRow['entity'],
  // as above
  field: JSON.parse(String(row['field'])) as DefinitionBody,
  key: String(row['key']),
  label: String(row['label']),
  sort: Number(row['sort']),
})

const isShown = (ctx: Context, { entity, key }: DefinitionRow): boolean =>
  ctx.rights.field(entity, `custom.${key}`) !== 'hidden'

/** Conditions over what one does not see say nothing, as the host holds it too. */
function withoutUnseen(ctx: Context, entity: DefinitionRow['entity'], field: DefinitionBody): DefinitionBody {
  const unseen = (rule: DefinitionBody['shownWhen']): boolean =>
    (rule ?? []).some((condition) => !seesField(ctx, entity, condition.field))
  const { shownWhen, requiredWhen, ...rest } = field
  return {
    ...rest,
    ...(shownWhen && !unseen(shownWhen) ? { shownWhen } : {}),
    ...(requiredWhen && !unseen(requiredWhen) ? { requiredWhen } : {}),
  }
}

const nextSort = (ctx: Context, entity: string): number =>
  statement<[string], { next: number }>(
    ctx.db,
    'SELECT coalesce(max(sort), 0) + 10 next FROM custom_fields WHERE entity = ?',
  ).get(entity)?.next ?? 10

/** A number over records out of sight, or of values one does not see, would tell of them. */
function filled(ctx: Context, { entity: name, key }: DefinitionRow): number | null {
  const entity = ctx.services.entities.get(name)
  const seen = scope(ctx, entity, 'read')
  if (seen.sql !== '1' || !seesField(ctx, name, `custom.${key}`)) return null
  const sql = `SELECT count(*) n FROM ${entity.table} t WHERE t.archived_at IS NULL AND ${customColumn(key)} IS NOT NULL`
  return statement<[], { n: number }>(ctx.db, sql).get()?.n ?? 0
}
