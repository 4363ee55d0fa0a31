// Amounts and counts as people write them: 1,234.50 · ￥12.3万 · (500) · 约200人.

const units: Record<string, number> = {
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  百万: 1_000_000,
  m: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
}
const shape = /^([+-]?\d+(?:\.\d+)?)(百万|千万|[百千万亿kwm])?$/iu

export interface Amount {
  value: number
  /** Written in another currency than yuan. */
  foreign: boolean
}

/** The unit a heading gives its column: '注册资本（万元）' → 10 000. */
export const headingUnit = (heading: string): number => {
  const unit = /(百万|千万|万|亿|千)元?/u.exec(heading)?.[1]
  return (unit && units[unit]) || 1
}

/** @param unit factor of the column @example parseAmount('￥12.3万')?.value // 123000 */
export function parseAmount(text: string, unit = 1): Amount | null {
  const plain = text.normalize('NFKC').trim()
  const foreign = /[$€£]|usd|eur|hkd|jpy|美元|欧元|港币|日元/iu.test(plain)
  const bare = plain
    .replace(/人民币|美元|欧元|港币|日元|rmb|cny|usd|eur|hkd|jpy|[¥￥$€£]|约|大概|左右|元整|元|圆|\s/giu, '')
    .replace(/^\((.*)\)$/u, '-$1')
  const [, digits, own] = shape.exec(withPoint(bare)) ?? []
  if (digits === undefined) return null
  const factor = own ? (units[own.toLowerCase()] ?? 1) : unit
  // rounded to the fen, so that 12.3万 is not 122 999.99…
  return { value: Math.round(Number(digits) * factor * 100) / 100, foreign }
}

/** Thousands marks dropped; a comma before the last two digits is a decimal point when dots stand before it. */
function withPoint(text: string): string {
  if (/^-?\d{1,3}(\.\d{3})+,\d{1,2}\D*$/u.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return text.replaceAll(',', '').replace(/'(?=\d{3})/gu, '')
}

/** @example parseCount('约200人') // 200 */
export function parseCount(text: string): number | null {
  const bare = text.normalize('NFKC').replace(/[人名个家位员工]+$/u, '')
  return parseAmount(bare)?.value ?? null
}
