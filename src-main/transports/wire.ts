// How a failure travels: its code, its details, nothing of what happened inside.
import { ORPCError } from '@orpc/server'
import { ApiError, errorStatus } from '@shared/api/errors'

export function toWire(error: unknown): ORPCError<string, unknown> {
  const failure = error instanceof ApiError ? error : new ApiError('internal')
  const { code, details } = failure
  return new ORPCError(code, { status: errorStatus[code], message: code, data: details, defined: true })
}
