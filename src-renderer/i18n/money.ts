// Money is kept in fen and read in yuan.

/** 8640000 fen → '86,400'; with decimals '86,400.00'. */
export const yuan = (fen: number, decimals = 0): string =>
  (fen / 100).toLocaleString('en-US', {
    // 12.5 would be read twice, 12.50 once
    minimumFractionDigits: fen % 100 === 0 ? decimals : 2,
    maximumFractionDigits: Math.max(decimals, fen % 100 === 0 ? 0 : 2),
  })

/** What somebody typed as yuan, in fen; null when it is no amount. '1,234.5' → 123450, '3万' → 3000000 */
export function fenOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[,\s¥￥]/gu, '')
  const found = /^(-?\d+(?:\.\d+)?)(万|亿)?元?$/u.exec(text)
  if (!found?.[1]) return null
  const scale = found[2] === '亿' ? 1e8 : found[2] === '万' ? 1e4 : 1
  const fen = Math.round(Number(found[1]) * scale * 100)
  return Number.isSafeInteger(fen) ? fen : null
}
