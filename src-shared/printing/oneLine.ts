// Which columns of a printed table stay on one line: a date, a phone or a name broken in two reads badly, and every
// broken line makes the paper longer. Short columns come first, as long as the others keep room to be read.
import type { TemplateBody } from './template'

type Sheet = Pick<TemplateBody, 'landscape' | 'fontSize' | 'margin'>

const mmOfPoint = 25.4 / 72
/** Both sides and the rule, in millimetres. */
const padding = 3.2
/** In ems: what still counts as short (the name of a company does), what a short column needs when broken, what a long one needs to be read. */
const short = 18
const leastOfShort = 3.5
const leastOfLong = 16

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
const emsOf = (text: string): number => {
  let ems = 0
  for (const letter of text) ems += wide.test(letter) || letter.length > 1 ? 1 : 0.6
  return ems
}
/** Ems of the longest line among the cells. */
const widest = (cells: readonly string[]): number =>
  Math.max(0, ...new Set(cells.flatMap((cell) => cell.split('\n')).map(emsOf)))

/**
 * @param columns cells of each column, its heading among them
 * @returns for each column whether it stays on one line
 */
export function oneLineColumns(columns: readonly (readonly string[])[], sheet: Sheet): boolean[] {
  const room =
    ((sheet.landscape ? 297 : 210) - 2 * sheet.margin - columns.length * padding) / (sheet.fontSize * mmOfPoint)
  const widths = columns.map(widest)
  const least = widths.map((width) => Math.min(width, width <= short ? leastOfShort : leastOfLong))
  let taken = least.reduce((sum, width) => sum + width, 0)
  const stays = columns.map(() => false)
  const shortFirst = [...widths.keys()].sort((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0))
  for (const at of shortFirst) {
    const width = widths[at] ?? 0
    const more = width - (least[at] ?? 0)
    if (width > short || taken + more > room) break
    taken += more
    stays[at] = true
  }
  return stays
}
