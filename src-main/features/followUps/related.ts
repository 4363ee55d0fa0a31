import { statement } from '@main/database/statements'
import type { Related } from '@main/records/related'
import type { TimelineEntry } from '@shared/api/timeline'
import { seesField } from '@main/records/masks'
import { seesChildren } from '@main/records/read'

interface Line {
  id: number
  at: number
  personId: number
  actorId: number | null
  way: string
  content: string
  contactId: number | null
  contactName: string | null
  result: string | null
  nextAt: number | null
  nextStep: string | null
  nextDone: number
  version: number
}

/** What a line tells beside who, when and what was said. */
const lineFields = ['way', 'contactId', 'contactName', 'result', 'nextAt', 'nextStep', 'nextDone', 'version'] as const

const sql = `SELECT f.id, f.followed_at at, f.person_id personId,
  coalesce((SELECT s.actor_id FROM changes c INDEXED BY changes_record JOIN change_sets s ON s.id = c.change_set_id
    WHERE c.entity = 'followUps' AND c.record_id = f.id ORDER BY c.version LIMIT 1), f.created_by_id) actorId, f.way, f.content, f.contact_id contactId,
  (SELECT name FROM contacts c WHERE c.id = f.contact_id AND c.customer_id = f.customer_id) contactName, f.result, f.next_at nextAt, f.next_step nextStep,
  f.next_done nextDone, f.version
  FROM follow_ups f WHERE f.customer_id = ? AND f.archived_at IS NULL AND f.followed_at <= ? ORDER BY f.followed_at DESC, f.id DESC LIMIT ?`

/** Follow-ups on the customer's timeline. */
export const followUpsRelated: Related = {
  room: 'followUps',
  countSql: 'SELECT follow_up_count FROM customers WHERE id = ?',
  timeline(ctx, customerId, before, limit) {
    const shown = (field: string): boolean => seesField(ctx, 'followUps', field)
    // a line says when and who, if nothing else
    if (
      !shown('followedAt') ||
      !shown('personId') ||
      !seesChildren(ctx, ctx.services.entities.get('followUps'), customerId)
    )
      return []
    const kept = lineFields.filter(shown)
    return statement<[number, number, number], Line>(ctx.db, sql)
      .all(customerId, before, limit)
      .map((line): TimelineEntry => {
        const data: Record<string, unknown> = {}
        for (const key of kept) data[key] = key === 'nextDone' ? line.nextDone === 1 : line[key]
        return {
          kind: 'followUp',
          id: line.id,
          at: line.at,
          personId: line.personId,
          actorId: line.actorId,
          title: null,
          text: shown('content') ? line.content : null,
          data,
        }
      })
  },
}
