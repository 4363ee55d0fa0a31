// What is told to every window after a commit: entity and ids, never data.
import { z } from 'zod'

export const changeEvent = z.strictObject({
  /** The room whose records changed, e.g. `customers`. */
  entity: z.string(),
  /** Ids the listener may see; absent when there were too many to name. */
  ids: z.array(z.number().int()).optional(),
})
export type ChangeEvent = z.output<typeof changeEvent>
