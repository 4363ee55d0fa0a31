import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity, StoredRow } from '@main/records/entity'
import { selectById } from '@main/records/select'
import { changeRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { printTemplateFields } from '@shared/features/printTemplates/fields'
import { templateBodySchema } from '@shared/printing/template'

export const printTemplates: Entity<typeof printTemplateFields.fields> = {
  name: 'printTemplates',
  room: 'printTemplates',
  set: printTemplateFields,
  table: 'print_templates',
  scope: { by: 'office' },
  labelField: 'name',
  defaultSort: { field: 'name', direction: 'asc' },
  hooks: {
    beforeCreate: (_ctx, values) => guardBody(values['body']),
    beforeUpdate(_ctx, _row, changes) {
      if (changes['body'] !== undefined) guardBody(changes['body'])
    },
    // after any write, undo included: two standards of a kind would leave it to chance
    afterWrite(ctx, { row }) {
      if (row['standard'] === true && row.archivedAt === null) standAlone(ctx, row)
    },
  },
}

function guardBody(body: unknown): void {
  if (!templateBodySchema.safeParse(parsed(String(body))).success)
    throw fail('invalid', { fields: { body: 'invalid' } })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function standAlone(ctx: Context, { id, kind }: StoredRow): void {
  const others = statement<unknown[], { id: number }>(
    ctx.db,
    'SELECT id FROM print_templates WHERE kind = ? AND id <> ? AND standard = 1 AND archived_at IS NULL',
  ).all(kind, id)
  const entity = ctx.services.entities.get('printTemplates')
  for (const other of others) {
    const row = selectById(ctx, entity, other.id)
    if (row) changeRow(ctx, entity, row, { standard: [true, false] })
  }
}
