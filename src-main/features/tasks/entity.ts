import type { Context } from '@main/api/context'
import { notify, seenBy } from '@main/notifications/notify'
import { isAtWork } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { setComputed } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { taskFields } from '@shared/features/tasks/fields'

export const tasks: Entity<typeof taskFields.fields> = {
  name: 'tasks',
  room: 'followUps',
  set: taskFields,
  table: 'tasks',
  about: true,
  carries: true,
  scope: {
    by: 'rule',
    rows(ctx, _reach, alias) {
      if (ctx.rights.isOwner) return { sql: '1', params: [] }
      // ids of our own making
      const people = [ctx.user.id, ...ctx.rights.below].join(',')
      return { sql: `(${alias}.owner_id IN (${people}) OR ${alias}.from_id = ${ctx.user.id})`, params: [] }
    },
  },
  labelField: 'title',
  defaultSort: { field: 'dueOn', direction: 'asc' },
  ownerDefaultsToMaker: true,
  hooks: {
    beforeCreate(ctx, values) {
      values['fromId'] = ctx.user.id
      guardOwner(ctx, values['ownerId'], values)
    },
    beforeUpdate(ctx, row, changes) {
      if (changes['ownerId'] === null) throw fail('invalid', { fields: { ownerId: 'required' } })
      if (changes['ownerId'] !== undefined) guardOwner(ctx, changes['ownerId'], row)
    },
    afterWrite(ctx, { row, before, diff, id }) {
      if (diff['done']) setComputed(ctx, tasks, id, { doneAt: row['done'] ? ctx.now : null })
      tell(ctx, row, before)
    },
  },
}

/** Tasks are for oneself or for people below who can work on them: at work, and seeing what they are about. */
function guardOwner(ctx: Context, ownerId: unknown, about: Record<string, unknown>): void {
  if (typeof ownerId !== 'number' || ownerId === ctx.user.id) return
  if (!ctx.rights.isOwner && !ctx.rights.below.has(ownerId))
    throw fail('invalid', { fields: { ownerId: 'notAllowed' } })
  if (!isAtWork(ctx, ownerId)) throw fail('rule', { code: 'notInOffice' })
  const { entity, recordId } = about
  if (typeof entity === 'string' && typeof recordId === 'number' && !seenBy(ctx, ownerId, entity, recordId))
    throw fail('rule', { code: 'taskOutOfSight' })
}

function tell(ctx: Context, row: StoredRow, before: StoredRow | null): void {
  const about = { entity: 'tasks', id: row.id }
  const person = (key: string): number | null => (typeof row[key] === 'number' ? row[key] : null)
  if (row['done'] && before && !before['done'])
    return notify(ctx, { to: [person('fromId')], kind: 'taskDone', ...about })
  // a handover tells of all it gives at once
  if (ctx.path.startsWith('handovers.')) return
  if (before?.['ownerId'] !== row['ownerId'] && row.archivedAt === null)
    notify(ctx, { to: [person('ownerId')], kind: 'taskGiven', ...about })
}
