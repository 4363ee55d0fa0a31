import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { notificationKinds } from './kinds'

const id = z.number().int().positive()

export const notification = z.strictObject({
  id: z.number().int(),
  kind: z.enum(notificationKinds),
  /** Who did what it tells of; 0 for the host itself. */
  personId: z.number().int(),
  entity: z.string().nullable(),
  recordId: z.number().int().nullable(),
  /** What the record is called, as far as the reader sees it. */
  label: z.string().nullable(),
  /** The customer whose page shows the record. */
  customerId: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number().int(),
  readAt: z.number().int().nullable(),
})
export type Notification = z.output<typeof notification>

/** One's own only. What tells of a record out of sight is neither listed nor counted. */
export const notificationsEndpoints = {
  list: query({
    permission: 'signedIn',
    input: z.strictObject({
      unread: z.boolean().optional(),
      /** Only older than this one. */
      before: id.optional(),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    output: z.strictObject({ rows: z.array(notification), more: z.boolean() }),
  }),
  unreadCount: query({
    permission: 'signedIn',
    input: z.strictObject({}),
    /** At most 100. */
    output: z.strictObject({ count: z.number().int() }),
  }),
  /** Named ones, those about a record, or all of them. */
  markRead: command({
    permission: 'signedIn',
    input: z.strictObject({
      ids: z.array(id).max(200).optional(),
      about: z.strictObject({ entity: z.string().max(40), id }).optional(),
    }),
    output: z.strictObject({ marked: z.number().int() }),
  }),
}
