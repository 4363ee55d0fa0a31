// A contact has left or no longer does the job: kept as inactive, with a successor who takes over what the office
// does with that person.
import type { Context } from '@main/api/context'
import { reachable } from '@main/records/read'
import { selectById, selectRows } from '@main/records/select'
import type { StoredRow } from '@main/records/entity'
import { guardVersion, update } from '@main/records/update'
import { changeRow } from '@main/records/write'
import { notify } from '@main/notifications/notify'
import { fail } from '@shared/api/errors'
import type { InputOf } from '@shared/api/endpoint'
import type { contactsEndpoints } from '@shared/features/contacts/endpoints'
import type { contactFields } from '@shared/features/contacts/fields'
import { contacts } from './entity'

type Asked = InputOf<(typeof contactsEndpoints)['replace']>

export function replaceContact(ctx: Context, asked: Asked): { successorId: number | null } {
  const old = reachable(ctx, contacts, asked.id, 'contacts.update')
  guardVersion(ctx, contacts, old, asked.version)
  const successorId = successorOf(ctx, asked, old)
  if (successorId !== null) takeOver(ctx, old, successorId)
  update<typeof contactFields.fields>(ctx, contacts, {
    id: old.id,
    version: versionNow(ctx, old.id),
    changes: { isActive: false, isPrimary: false, leftOn: asked.leftOn ?? null, successorId, ...notes(asked, old) },
  })
  tellOwner(ctx, old)
  return { successorId }
}

const versionNow = (ctx: Context, id: number): number => selectById(ctx, contacts, id)?.version ?? 0

function notes({ note }: Asked, old: StoredRow): { note?: string } {
  if (!note) return {}
  return { note: [old['note'], note].filter(Boolean).join('\n') }
}

function successorOf(ctx: Context, { successor, post }: Asked, old: StoredRow): number | null {
  if (!successor) return null
  if ('name' in successor) {
    const made = ctx.call('contacts.create', {
      ...successor,
      customerId: old['customerId'],
      ...(post ? { post: old['post'], department: old['department'], decisionRole: old['decisionRole'] } : {}),
    })
    // the room's own endpoint gives its row
    return (made as { id: number }).id
  }
  const found = reachable(ctx, contacts, successor.id, 'contacts.update')
  if (found.id === old.id || found['customerId'] !== old['customerId'])
    throw fail('invalid', { fields: { successor: 'reference' } })
  return found.id
}

/** Being spoken with first, those who report to them, tasks about them, and the steps agreed with them. */
function takeOver(ctx: Context, old: StoredRow, successorId: number): void {
  const successor = selectById(ctx, contacts, successorId)
  if (old['isPrimary'] && successor && !successor['isPrimary'])
    changeRow(ctx, contacts, successor, { isPrimary: [false, true] })
  const below = selectRows(ctx, contacts, {
    sql: 't.superior_id = ? AND t.archived_at IS NULL AND t.id <> ?',
    params: [old.id, successorId],
  })
  for (const row of below) changeRow(ctx, contacts, row, { superiorId: [old.id, successorId] })
  const tasks = ctx.services.entities.get('tasks')
  const about = {
    sql: `t.entity = 'contacts' AND t.record_id = ? AND t.done = 0 AND t.archived_at IS NULL`,
    params: [old.id],
  }
  for (const row of selectRows(ctx, tasks, about)) changeRow(ctx, tasks, row, { recordId: [old.id, successorId] })
}

function tellOwner(ctx: Context, old: StoredRow): void {
  const customer = selectById(ctx, ctx.services.entities.get('customers'), Number(old['customerId']))
  const ownerId = customer?.['ownerId']
  notify(ctx, {
    to: [typeof ownerId === 'number' ? ownerId : null],
    kind: 'contactReplaced',
    entity: 'contacts',
    id: old.id,
  })
}
