// Lists: what one may ask of any list and what comes back.
import { z } from 'zod'
import { filterSchema } from './filters'

export const sortSchema = z.strictObject({ field: z.string().max(64), direction: z.enum(['asc', 'desc']) })
export type Sort = z.output<typeof sortSchema>

export const listInput = z.strictObject({
  filter: filterSchema.optional(),
  /** Words to find inside the list (names, phones, text). */
  search: z.string().max(100).optional(),
  /** Only these fields of each row, custom ones as `custom.key`; beside them always id and version. */
  fields: z.array(z.string().max(80)).max(200).optional(),
  sort: z.array(sortSchema).max(2).optional(),
  /** The `next` of the page before. */
  after: z.string().max(500).optional(),
  /** A jump; `after` is the quick way on. */
  offset: z.number().int().min(0).max(10_000_000).optional(),
  limit: z.number().int().min(1).max(200).optional(),
})
export type ListInput = z.output<typeof listInput>

/** `exact: false` means "this many or more". */
export const countSchema = z.strictObject({ value: z.number().int(), exact: z.boolean() })

export const listOutput = <R extends z.ZodType>(row: R) =>
  z.strictObject({ rows: z.array(row), next: z.string().nullable(), count: countSchema })

export const idInput = z.strictObject({ id: z.number().int().positive() })
/** The version the writer saw; a later one is a conflict. */
export const idVersionInput = z.strictObject({ id: z.number().int().positive(), version: z.number().int().positive() })
