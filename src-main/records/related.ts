// What belongs to a customer: every room that keeps such records says here how to count them
// and what they add to the timeline, so that the 360° page knows no room by name.
import type { Context } from '@main/api/context'
import type { TimelineEntry } from '@shared/api/timeline'

export interface TimelineCursor {
  at: number
  /** Entries of this instant already shown. */
  skip: number
}

export interface Related {
  /** The tab's key: the room's name. */
  room: string
  /** SQL giving one number for `?` = customer id. Only asked once the viewer is known to see the customer. */
  countSql?: string
  /** Where the number depends on the viewer; asked instead, once the viewer is known to see the customer. */
  count?(ctx: Context, customerId: number): number
  /** Newest first, at most `limit`, not later than `before` (epoch ms). */
  timeline?(ctx: Context, customerId: number, before: number, limit: number): TimelineEntry[]
}

export type RelatedRegistry = readonly Related[]

declare module '@main/api/context' {
  interface Services {
    related: RelatedRegistry
  }
}
