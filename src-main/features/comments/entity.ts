import type { Context } from '@main/api/context'
import { hangingRows } from '@main/records/about'
import type { Entity } from '@main/records/entity'
import { commentFields } from '@shared/features/comments/fields'

export const comments: Entity<typeof commentFields.fields> = {
  name: 'comments',
  room: 'followUps',
  set: commentFields,
  table: 'comments',
  about: true,
  scope: {
    by: 'rule',
    rows(ctx, reach, alias) {
      const there = hangingRows(ctx, alias, () => 'read')
      const own = reach === 'read' ? '' : ` AND ${alias}.person_id = ${ctx.user.id}`
      return { sql: `${there.sql} AND ${heard(ctx, alias)}${own}`, params: there.params }
    },
  },
  labelField: 'text',
  defaultSort: { field: 'createdAt', direction: 'asc' },
}

/** What coaches somebody is heard by the two, and by everybody above the coached. */
function heard(ctx: Context, alias: string): string {
  if (ctx.rights.isOwner) return '1'
  const me = ctx.user.id
  // ids of our own making
  const coached = [me, ...ctx.rights.below].join(',')
  return `(${alias}.coached_id IS NULL OR ${alias}.person_id = ${me} OR ${alias}.coached_id IN (${coached}))`
}
