import { z } from 'zod'
import { query } from '@shared/api/endpoint'

export const searchHit = z.strictObject({
  entity: z.enum(['customers', 'contacts', 'followUps']),
  id: z.number().int(),
  customerId: z.number().int(),
  title: z.string(),
  subtitle: z.string(),
  /** Which field matched, and the piece of text around it. */
  field: z.string(),
  snippet: z.string(),
  /** [start, end) of the match in `snippet`; a match by pinyin marks the characters spoken so. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type SearchHit = z.output<typeof searchHit>

export const searchEndpoints = {
  /** While typing: the best hits of each kind that the viewer may see. */
  find: query({
    permission: 'signedIn',
    input: z.strictObject({
      text: z.string().max(100),
      entities: z
        .array(z.enum(['customers', 'contacts', 'followUps']))
        .max(3)
        .optional(),
      /** For each kind. */
      limit: z.number().int().min(1).max(50).optional(),
    }),
    output: z.strictObject({ hits: z.array(searchHit), more: z.boolean() }),
  }),
}
