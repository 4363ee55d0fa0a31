// What is wrong with a customer's data, by rules: ready-made ones and the office's own filters.
import { z } from 'zod'
import { filterSchema } from '@shared/api/filters'

export const qualityKinds = ['missingPhone', 'noFollowUp', 'duplicate', 'taxNumber', 'own'] as const
export type QualityKind = (typeof qualityKinds)[number]

export const qualityRule = z.strictObject({
  /** Stays the same when the rule is renamed. */
  key: z.string().regex(/^[a-zA-Z0-9]{1,24}$/),
  kind: z.enum(qualityKinds),
  active: z.boolean(),
  /** What an own rule is called; ready-made ones are called by their kind. */
  name: z.string().trim().max(60),
  /** noFollowUp: after how many days. */
  days: z.number().int().min(1).max(3650).nullable(),
  /** own: which customers are to be put right. */
  filter: filterSchema.nullable(),
  /** Days to put it right. */
  deadlineDays: z.number().int().min(1).max(365),
})
export type QualityRule = z.output<typeof qualityRule>

export const qualitySettings = z
  .strictObject({
    /** Whether it is looked through every night. */
    nightly: z.boolean(),
    rules: z.array(qualityRule).max(40),
  })
  .refine(({ rules }) => new Set(rules.map((rule) => rule.key)).size === rules.length, {
    path: ['rules'],
    error: 'twice',
  })
export type QualitySettings = z.output<typeof qualitySettings>

const rule = (kind: QualityKind, active: boolean, days: number | null, deadlineDays: number): QualityRule => ({
  key: kind,
  kind,
  active,
  name: '',
  days,
  filter: null,
  deadlineDays,
})

export const standardQualitySettings: QualitySettings = {
  nightly: false,
  rules: [
    rule('missingPhone', true, null, 7),
    rule('noFollowUp', true, 60, 7),
    rule('taxNumber', true, null, 14),
    rule('duplicate', false, null, 14),
  ],
}

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * The last sign of a 统一社会信用代码, GB 32100, reckoned from the 17 before; '' when one of them cannot stand there.
 * @example creditCheck('91350100M000100Y4') // '3'
 */
export function creditCheck(code: string): string {
  const values = [...code].slice(0, weights.length).map((sign) => signs.indexOf(sign))
  if (values.length < weights.length || values.includes(-1)) return ''
  const sum = weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0)
  return signs[(31 - (sum % 31)) % 31] ?? ''
}

const isCreditCode = (text: string): boolean => text[17] === creditCheck(text)

/** 居民身份证, GB 11643: a sole trader's tax number may be theirs. */
function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = factors.reduce((total, factor, at) => total + factor * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** Older numbers of 15, 17 and 20 signs carry no check digit: only their signs are looked at. */
export function isGoodTaxNumber(typed: string): boolean {
  const text = typed.trim().toUpperCase()
  if (text.length === 18) return isCreditCode(text) || isIdentityNumber(text)
  return /^[0-9A-Z]{15}$|^[0-9A-Z]{17}$|^[0-9A-Z]{20}$/.test(text)
}
