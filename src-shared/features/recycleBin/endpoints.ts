import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { manyMost, manyOutcome } from '@shared/api/records'

export const recycleBinRow = z.strictObject({
  entity: z.string(),
  id: z.number().int(),
  version: z.number().int(),
  label: z.string(),
  archivedAt: z.number().int(),
  archivedById: z.number().int().nullable(),
  /** The day it goes for good. */
  purgeAt: z.number().int(),
})

export const recycleBinEndpoints = {
  list: query({
    permission: 'recycleBin.view',
    input: z.strictObject({
      entity: z.string().max(40).optional(),
      offset: z.number().int().min(0).max(1_000_000).optional(),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    output: z.strictObject({ rows: z.array(recycleBinRow), total: z.number().int() }),
  }),
  restore: command({
    permission: 'recycleBin.restore',
    input: z.strictObject({
      entity: z.string().max(40),
      id: z.number().int().positive(),
      version: z.number().int().positive(),
    }),
    output: z.strictObject({}),
  }),
  /** Several at once, of one kind, in one change set; what cannot come back is told and stays. */
  restoreMany: command({
    permission: 'recycleBin.restore',
    input: z.strictObject({
      entity: z.string().max(40),
      records: z
        .array(z.strictObject({ id: z.number().int().positive(), version: z.number().int().positive() }))
        .min(1)
        .max(manyMost),
    }),
    output: manyOutcome,
  }),
}
