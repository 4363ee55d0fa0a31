// Why two customers may be one, and how sure that is.

/** What of a customer is compared with others. */
export const comparedKeys = [
  'name',
  'shortName',
  'phone',
  'otherPhones',
  'mail',
  'otherMails',
  'website',
  'taxNumber',
] as const

/**
 * From strong to weak. `perhapsShortened`: a short name that fits several. `contactName` and `address` say nothing
 * alone: they speak for a name that is only perhaps the same.
 */
export const duplicateReasons = [
  'taxNumber',
  'sameName',
  'sameCore',
  'phone',
  'mail',
  'contactPhone',
  'placeMissing',
  'shortened',
  'sameSound',
  'nearName',
  'abbreviated',
  'domain',
  'perhapsShortened',
  'perhapsNear',
  'contactName',
  'address',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

const weights: Record<DuplicateReason, number> = {
  taxNumber: 0.95,
  sameName: 0.92,
  sameCore: 0.85,
  phone: 0.6,
  mail: 0.6,
  contactPhone: 0.5,
  placeMissing: 0.7,
  shortened: 0.6,
  sameSound: 0.58,
  nearName: 0.55,
  abbreviated: 0.5,
  domain: 0.4,
  perhapsShortened: 0.5,
  perhapsNear: 0.3,
  // only ever beside `perhapsNear`
  contactName: 0.35,
  address: 0.35,
}

/** Reasons that say by themselves that a customer is taken. */
export const strongReasons: readonly DuplicateReason[] = [
  'taxNumber',
  'sameName',
  'sameCore',
  'phone',
  'mail',
  'contactPhone',
  'domain',
]

/** Reasons for which a customer is not saved until somebody says that it is another one. */
export const refusingReasons: readonly DuplicateReason[] = ['taxNumber', 'sameName', 'sameCore', 'phone', 'mail']

/** Reasons by which a name is only like another one: told of as similar, never as taken. */
export const nearReasons: readonly DuplicateReason[] = [
  'sameSound',
  'nearName',
  'abbreviated',
  'perhapsNear',
  'contactName',
  'address',
]

/**
 * From 0 to 1: each reason leaves less doubt.
 * @example scoreOf(['phone', 'domain']) // 0.76
 */
export const scoreOf = (reasons: readonly DuplicateReason[]): number =>
  Math.round((1 - reasons.reduce((doubt, reason) => doubt * (1 - weights[reason]), 1)) * 100) / 100

/** Pairs below are not worth anybody's time. */
export const leastScore = 0.5

/** From here on a customer is taken to be there already: making it again is asked twice. */
export const likelyScore = 0.85

/** What other rooms look at of a match. */
export interface Taken {
  /** Null: out of sight. */
  id: number | null
  name: string | null
  score: number
  reasons: readonly DuplicateReason[]
}
/** Not saved without a word: the host refuses it too. */
export const isRefused = ({ reasons }: Pick<Taken, 'reasons'>): boolean =>
  reasons.some((reason) => refusingReasons.includes(reason))
