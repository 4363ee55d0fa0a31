// Templates of follow-ups: for each way the text to begin with and the fields asked for.
import type { Context } from '@main/api/context'
import { archive, restore } from '@main/records/archive'
import { create } from '@main/records/create'
import { isCustomKey } from '@main/records/customFields'
import type { StoredRow } from '@main/records/entity'
import { selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import { fail } from '@shared/api/errors'
import type { TemplateBody, TemplateRow } from '@shared/features/customFields/endpoints'
import { templateKeys } from '@shared/fields/layout'
import { followUpTemplates } from './entity'

type Way = TemplateRow['way']

const toTemplate = (row: StoredRow): TemplateRow => ({
  id: row.id,
  version: row.version,
  // written from checked input only
  way: row['way'] as Way,
  body: {
    skeleton: typeof row['skeleton'] === 'string' ? row['skeleton'] : '',
    // as above
    fields: JSON.parse(String(row['fields'])) as string[],
  },
})

const rowsWhere = (ctx: Context, where: string, ...params: unknown[]): StoredRow[] =>
  selectRows(ctx, followUpTemplates, { sql: where, params }, 'ORDER BY t.id')

/** Without fields the viewer does not see. */
export const allTemplates = (ctx: Context): TemplateRow[] =>
  rowsWhere(ctx, 't.archived_at IS NULL')
    .map(toTemplate)
    .map(({ body, ...row }) => ({
      ...row,
      body: { ...body, fields: body.fields.filter((key) => ctx.rights.field('followUps', key) !== 'hidden') },
    }))

export function setTemplate(ctx: Context, { way, body }: { way: Way; body: TemplateBody | null }): TemplateRow | null {
  const [known] = rowsWhere(ctx, 't.way = ?', way)
  if (body === null) {
    if (!known || known.archivedAt !== null) throw fail('notFound')
    archive(ctx, followUpTemplates, known)
    return null
  }
  guardFields(ctx, body.fields)
  const values = { skeleton: body.skeleton || null, fields: JSON.stringify(body.fields) }
  if (!known) create(ctx, followUpTemplates, { way, ...values })
  else {
    const { id, version } = known.archivedAt === null ? known : restore(ctx, followUpTemplates, known)
    update(ctx, followUpTemplates, { id, version, changes: values })
  }
  const [written] = rowsWhere(ctx, 't.way = ?', way)
  if (!written) throw fail('notFound')
  return toTemplate(written)
}

function guardFields(ctx: Context, keys: readonly string[]): void {
  const known = (key: string): boolean =>
    key.startsWith('custom.') ? isCustomKey(ctx.db, 'followUps', key.slice(7)) : templateKeys.includes(key)
  const wrong = keys.filter((key, at) => !known(key) || keys.indexOf(key) !== at)
  if (wrong.length > 0) throw fail('invalid', { fields: Object.fromEntries(wrong.map((key) => [key, 'unknownField'])) })
}
