// The closed list of ways a call can fail. The interface words them by locale (locales/<lang>/errors.ts).
import type { errors } from '@shared/locales/zh-CN/errors'
import type { reading } from '@shared/locales/zh-CN/reading'

export const errorCodes = [
  'unknown',
  'signedOut',
  'forbidden',
  'invalid',
  'notFound',
  'conflict',
  'rule',
  'throttled',
  'busy',
  'cancelled',
  'unavailable',
  'storage',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** HTTP status by code, so that proxies and browsers understand the failure too. */
export const errorStatus: Record<ErrorCode, number> = {
  unknown: 404,
  signedOut: 401,
  forbidden: 403,
  invalid: 422,
  notFound: 404,
  conflict: 409,
  rule: 409,
  throttled: 429,
  busy: 503,
  cancelled: 499,
  unavailable: 503,
  storage: 507,
  internal: 500,
}

/** The same asked once more may be answered; anything else is refused again. */
const passing: readonly ErrorCode[] = [
  'conflict',
  'throttled',
  'busy',
  'cancelled',
  'unavailable',
  'storage',
  'internal',
]
export const mayPass = ({ code }: { code: ErrorCode }): boolean => passing.includes(code)

/** Only what has its words, in both languages alike. */
export type RuleCode = keyof (typeof errors)['rules'] | `reading.${keyof (typeof reading)['refusals']}`
export type FieldMessage = keyof (typeof errors)['fields']

export interface ErrorDetails {
  /** For `rule` (and `unavailable`, `storage`): which rule, a key under `errors.rules`. */
  code?: RuleCode
  /** For `invalid`: field → message key under `errors.fields`; for `conflict`: the fields changed meanwhile. */
  fields?: Record<string, FieldMessage>
  /** Values for the words, e.g. { seconds: 30 }. */
  params?: Record<string, string | number>
}

/**
 * A failure with a code of the closed list; anything else that is thrown becomes `internal`.
 * @example throw fail('rule', { code: 'lastOwner' })
 */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(details.code ? `${code}:${details.code}` : code)
    this.name = 'ApiError'
  }
}

/** Any code that has its words under `errors`: of the list, of a rule or of a field. */
export type WordedCode = ErrorCode | RuleCode | FieldMessage

/** What a schema says of a value, as a message that has its words. */
export const fieldMessage = (said: string | undefined): FieldMessage =>
  // a law asks for the words of everything the schemas say themselves; what zod says in English is no key
  said !== undefined && /^[a-z][A-Za-z]+$/.test(said) ? (said as FieldMessage) : 'invalid'

/** Makes an ApiError to throw. */
export const fail = (code: ErrorCode, details: ErrorDetails = {}): ApiError => new ApiError(code, details)
