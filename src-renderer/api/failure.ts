// Why a call failed, whatever was thrown on its way.
import { ORPCError } from '@orpc/client'
import { ApiError, errorCodes, errorStatus, type ErrorCode, type ErrorDetails } from '@shared/api/errors'

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code)
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const codeOfStatus = (status: number): ErrorCode =>
  errorCodes.find((code) => errorStatus[code] === status) ?? 'internal'

/** Whatever was thrown on the way, as one of the closed list. `signal`: whoever asked may have given up, mid-answer too. */
export function toApiError(thrown: unknown, signal?: AbortSignal): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (thrown instanceof ORPCError) {
    // the host sends ErrorDetails as the data of its errors
    const details = isObject(thrown.data) ? (thrown.data as ErrorDetails) : {}
    return new ApiError(isErrorCode(thrown.code) ? thrown.code : codeOfStatus(thrown.status), details)
  }
  if (signal?.aborted || (thrown instanceof DOMException && thrown.name === 'AbortError'))
    return new ApiError('cancelled')
  return new ApiError('unavailable', { code: 'hostLost' })
}

export const isHostLost = (error: ApiError): boolean =>
  error.code === 'unavailable' && error.details.code === 'hostLost'
