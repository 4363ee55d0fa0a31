import { z } from 'zod'
import { job, query } from '@shared/api/endpoint'

export const demoEndpoints = {
  /**
   * Fills an empty office with the sample company, after a verified backup of the office as it is; refused once there
   * are customers. The job's result counts what was made.
   */
  fill: job({
    permission: 'settings.manage',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: z.number().int() }),
  }),
  /** The backup that leads from the sample company back to one's own office, to be restored; null in one's own. */
  wayBack: query({
    permission: 'backup.manage',
    input: z.strictObject({}),
    output: z.strictObject({ backup: z.string().nullable() }),
  }),
}
