// Merged cells. Offices write the customer once beside several contacts: a cell merged downwards counts for each of
// its lines that holds anything else. To the right a merged cell only says how far it reaches.
import type { Line } from './source'

/** Rows and columns 0-based, the last ones included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** @example parseMerge('A1:C2') // { top: 0, left: 0, bottom: 1, right: 2 } */
export function parseMerge(range: string): Merge | undefined {
  const [, c1, r1, c2, r2] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/u.exec(range) ?? []
  if (!c1 || !r1 || !c2 || !r2) return undefined
  return { top: Number(r1) - 1, left: columnOf(c1), bottom: Number(r2) - 1, right: columnOf(c2) }
}

/** @example columnOf('AB12') // 27 */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

export async function* withMerges(lines: Iterable<Line> | AsyncIterable<Line>, merges: Merge[]): AsyncIterable<Line> {
  if (merges.length === 0) return yield* lines
  const byTop = new Map<number, Merge[]>()
  for (const merge of merges) byTop.set(merge.top, [...(byTop.get(merge.top) ?? []), merge])
  const falling = new Map<number, { text: string; until: number }>()
  for await (const line of lines) {
    const row = line.line - 1
    for (const [column, above] of falling) if (above.until < row) falling.delete(column)
    if (line.cells.some(Boolean)) for (const [column, above] of falling) put(line.cells, column, above.text)
    const starting = byTop.get(row) ?? []
    for (const { left, bottom } of starting) {
      if (bottom > row) falling.set(left, { text: line.cells[left] ?? '', until: bottom })
    }
    const wide = starting.filter(({ left, right }) => right > left)
    if (wide.length > 0) line.spans = new Map(wide.map(({ left, right }) => [left, right]))
    yield line
  }
}

/** Only into an empty cell, and without leaving holes. */
function put(cells: string[], column: number, text: string): void {
  while (cells.length <= column) cells.push('')
  cells[column] ||= text
}
