// Which sign separates the cells: the one that cuts most lines into the same number of cells.
import Papa from 'papaparse'

const candidates = [',', '\t', ';', '|', '，', '；'] as const

/** Excel's own first line `sep=;`. */
export const declaredSeparator = (firstLine: string): string | undefined => /^sep=(.|\t)$/iu.exec(firstLine.trim())?.[1]

/** @param start beginning of the file, line ends as \n; a cut last line is left out */
export function chooseSeparator(start: string): string {
  const declared = declaredSeparator(start.split('\n', 1)[0] ?? '')
  if (declared) return declared
  const end = start.lastIndexOf('\n')
  const sample = start.length >= 60_000 && end > 0 ? start.slice(0, end) : start
  let best: { separator: string; score: number } = { separator: ',', score: 0 }
  for (const separator of candidates) {
    const score = scoreOf(sample, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Share of lines with the most frequent width, weighted by that width; 0 when nothing is cut. */
function scoreOf(sample: string, separator: string): number {
  const rows = Papa.parse<string[]>(sample, {
    delimiter: separator,
    newline: '\n',
    skipEmptyLines: 'greedy',
    preview: 200,
  }).data
  const widths = new Map<number, number>()
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const [width = 1, lines = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const cut = rows.filter((row) => row.length > 1).length / Math.max(1, rows.length)
  if (width < 2) return cut * 0.3
  // full-width signs are punctuation far more often than separators
  if (/[，；]/u.test(separator) && lines < rows.length * 0.8) return 0
  return (lines / rows.length) * (1 + Math.min(width, 12) / 12) * cut
}
