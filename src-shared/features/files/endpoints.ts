// Files travel in chunks of at most 512 KB, so that window and browser take the same road.
import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'

const token = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)
/** Base64 of at most 512 KB. */
export const chunkData = z
  .string()
  .max(700_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)

export const filesEndpoints = {
  /** Announces an upload; the token is good for its person only and for a day. */
  begin: command({
    permission: 'signedIn',
    // longer than what file systems take is made shorter, not refused
    input: z.strictObject({ name: z.string().min(1).max(1000), size: z.number().int().min(0).max(209_715_200) }),
    output: z.strictObject({ token }),
  }),
  /** Chunks come in order; `offset` is the bytes sent before. */
  append: job({
    permission: 'signedIn',
    input: z.strictObject({ token, offset: z.number().int().min(0), data: chunkData }),
    output: z.strictObject({ received: z.number().int() }),
  }),
  /** A prepared download (an export, an error file), piece by piece; `data` empty at the end. */
  download: query({
    permission: 'signedIn',
    input: z.strictObject({ token, offset: z.number().int().min(0) }),
    output: z.strictObject({ name: z.string(), size: z.number().int(), data: z.string() }),
  }),
}
