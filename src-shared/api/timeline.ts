// The timeline of a customer: what every room adds to it has this one shape.
import { z } from 'zod'

/** One line of the timeline, newest first. `followUp` lines carry the follow-up, `change` lines the changed fields. */
export const timelineEntry = z.strictObject({
  kind: z.string(),
  id: z.number().int(),
  at: z.number().int(),
  personId: z.number().int(),
  actorId: z.number().int().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  /** followUp: way, contactId, contactName, result, nextAt, nextStep; change: action and fields with before and after. */
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEntry = z.output<typeof timelineEntry>
