// A job is long work that tells how far it is and can be called off.
import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { errorCodes } from '@shared/api/errors'
import { idInput } from '@shared/api/paging'
import { ruleCode } from '@shared/api/worded'

export const jobRow = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  personId: z.number().int(),
  startedAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  /** A locale key under `jobs.steps`. */
  step: z.string().nullable(),
  /** What came of it; its shape belongs to the job. */
  result: z.record(z.string(), z.unknown()).nullable(),
  /** A locale key under `errors`. */
  error: z
    .strictObject({
      code: z.enum(errorCodes),
      rule: ruleCode.nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
})
export type JobRow = z.output<typeof jobRow>

/** One's own jobs only. */
export const jobsEndpoints = {
  list: query({ permission: 'signedIn', input: z.strictObject({}), output: z.strictObject({ rows: z.array(jobRow) }) }),
  read: query({ permission: 'signedIn', input: idInput, output: jobRow }),
  cancel: command({ permission: 'signedIn', input: idInput, output: jobRow }),
}
