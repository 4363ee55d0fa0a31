// Where the headings are. Offices put a title over the table, a blank line, a line of remarks, then the headings.
import type { SheetRow } from '@shared/features/importExport/reading'

const headingWords =
  /客户|公司|单位|企业|姓名|名称|名字|联系|电话|手机|座机|传真|邮箱|邮件|地址|备注|说明|级别|等级|类型|类别|来源|行业|负责|归属|业务员|日期|时间|金额|数量|单价|编号|序号|代码|职务|职位|部门|生日|性别|省|市|区|县|邮编|网址|网站|微信|税号|开户|账号|状态|阶段|标签|跟进|內容|内容|聯絡|聯繫|電話|手機|備註|名稱|公司|name|phone|tel|mobile|mail|company|address|contact|title|date|note|city|country|owner|status|type|amount|price|code|^no\.?$|^id$|^#$/iu
const numeric = /^[+-]?[¥￥$€£]?\s?[\d,，.\s]*\d%?$/u
const dateLike = /^\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2})?/u
const truth = /^(true|false)$/iu
const linkLike = /^https?:/iu
const mailLike = /^\S+@\S+\.\S+$/u

/** A line as the guess sees it. */
export interface Candidate extends SheetRow {
  /** Columns beyond their first that merged cells of this line cover. */
  covered?: number
}

/**
 * The 1-based line of the headings among the first filled lines of a sheet, 0 if there seem to be none.
 * @example guessHeaderRow([{ line: 1, cells: ['客户名单'] }, { line: 3, cells: ['名称', '电话'] }, …]) // 3
 */
export function guessHeaderRow(rows: readonly Candidate[]): number {
  const first = rows[0]
  if (!first) return 0
  const width = usualWidth(rows)
  // a single line is data unless its words say otherwise: better one line too many than one lost
  if (rows.length === 1) return filled(first).length > 1 && headingScore(first, width) > 1 ? first.line : 0
  const scored = rows.slice(0, 15).map((row, index) => {
    const below = rows[index + 1]
    const isGroup = (row.covered ?? 0) > 0 && below !== undefined && wordShare(filled(below)) >= 0.5
    return { line: row.line, score: headingScore(row, width) - index * 0.02 - (isGroup ? 1 : 0) }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  // the first good line wins over a slightly better one further down: that one may be data full of heading words
  const chosen = scored.find(({ score }) => score >= 0.5 && score >= best - 0.5)
  return chosen?.line ?? 0
}

const filled = (row: SheetRow): string[] => row.cells.filter((cell) => cell !== '')
const shareOf = (cells: string[], test: (cell: string) => boolean): number => cells.filter(test).length / cells.length
const wordShare = (cells: string[]): number => shareOf(cells, (cell) => cell.length <= 20 && headingWords.test(cell))

/** Filled cells of the typical line: the median. */
function usualWidth(rows: readonly SheetRow[]): number {
  const widths = rows.map((row) => filled(row).length).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 1
}

const isData = (cell: string): boolean =>
  [numeric, dateLike, mailLike, truth, linkLike].some((pattern) => pattern.test(cell))

/** 1 and more: surely headings; below 0.5: surely not. */
function headingScore(row: Candidate, width: number): number {
  const cells = filled(row)
  if (cells.length === 0) return 0
  const long = shareOf(cells, (cell) => cell.length > 24)
  const doubled = 1 - new Set(cells).size / cells.length
  // a title reaches over the whole table too, but it is alone in its line
  const reach = cells.length + (cells.length > 2 ? (row.covered ?? 0) : 0)
  const narrow = width > 1 ? Math.max(0, 1 - reach / width) : 0
  return 0.75 + wordShare(cells) * 0.6 - shareOf(cells, isData) * 1.2 - long * 0.7 - doubled * 0.5 - narrow * 0.9
}

/**
 * The headings of a line; a group heading in the line above that reaches over several columns stands before each.
 * @example headingsOf(above, row) // ['客户名称', '联系人1 姓名', '联系人1 电话', '联系人2 姓名', …]
 */
export function headingsOf(row: SheetRow | undefined, groups: ReadonlyMap<number, string>): string[] {
  const cells = row?.cells ?? []
  const reach = (group: string): number => [...groups.values()].filter((text) => text === group).length
  // over most of the table it is the title, though a date may stand beside it
  const titles = new Set([...groups.values()].filter((group) => reach(group) > 2 && reach(group) >= cells.length * 0.7))
  return cells.map((cell, column) => {
    const group = groups.get(column)
    return group && group !== cell && !titles.has(group) ? `${group} ${cell}`.trim() : cell
  })
}
