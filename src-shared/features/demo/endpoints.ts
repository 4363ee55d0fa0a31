import { z } from 'zod'
import { job } from '@shared/api/endpoint'

export const demoEndpoints = {
  /** Fills an empty office with the sample company; refused once there are customers. The job's result counts what was made. */
  fill: job({
    permission: 'settings.manage',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: z.number().int() }),
  }),
}
