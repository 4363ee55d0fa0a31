// A sheet as Excel, WPS and LibreOffice write it when somebody saves: what each does with texts, dates and empty cells.
import { read, utils } from '@e965/xlsx'
import { type ZipPart, zipOf } from './tableFiles'

export type SheetCell = string | number | null
export type Program = 'excel' | 'wps' | 'libreOffice' | 'inline'
export const programs: readonly Program[] = ['excel', 'wps', 'libreOffice', 'inline']

/** The first sheet of an exported workbook, days as the numbers they are kept as. */
export function cellsOf(content: Buffer): SheetCell[][] {
  const book = read(content, { type: 'buffer' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return sheet ? utils.sheet_to_json<SheetCell[]>(sheet, { header: 1, raw: true, defval: null }) : []
}

const xml = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
const place = (column: number, row: number): string => `${utils.encode_col(column)}${row + 1}`

/** Number formats by style: plain, text, day, sum. The programs' own ways to write them. */
const formats: Record<Program, { custom: string; ids: readonly number[] }> = {
  excel: { custom: '', ids: [0, 49, 14, 4] },
  wps: {
    custom: '<numFmt numFmtId="176" formatCode="yyyy/m/d;@"/><numFmt numFmtId="177" formatCode="0.00_ "/>',
    ids: [0, 49, 176, 177],
  },
  libreOffice: {
    custom:
      '<numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="#,##0.00;[RED]\\-#,##0.00"/>',
    ids: [164, 49, 165, 166],
  },
  inline: { custom: '', ids: [0, 49, 14, 4] },
}

interface SheetOptions {
  /** Columns whose numbers are days or sums. */
  days?: readonly number[]
  sums?: readonly number[]
}

/** The same cells as the program would save them; the last column hidden, as it was exported. */
export function savedBy(
  program: Program,
  rows: readonly SheetCell[][],
  { days = [], sums = [] }: SheetOptions = {},
): Buffer {
  const texts: string[] = []
  const cellXml = (value: SheetCell, column: number, row: number): string => {
    const at = `r="${place(column, row)}"`
    // LibreOffice writes the style of an empty cell, the others nothing at all
    if (value === null || value === '') return program === 'libreOffice' ? `<c ${at} s="1"/>` : ''
    if (typeof value === 'number') {
      const style = days.includes(column) ? 2 : sums.includes(column) ? 3 : 0
      return `<c ${at} s="${style}"${program === 'libreOffice' ? ' t="n"' : ''}><v>${value}</v></c>`
    }
    if (program === 'inline') return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`
    texts.push(value)
    return `<c ${at} s="1" t="s"><v>${texts.length - 1}</v></c>`
  }
  const lines = rows.map((row, at) => {
    const cells = row.map((value, column) => cellXml(value, column, at)).join('')
    const manner = program === 'libreOffice' ? ' customFormat="false" ht="12.8" hidden="false"' : ' spans="1:9"'
    return `<row r="${at + 1}"${manner}>${cells}</row>`
  })
  const width = rows[0]?.length ?? 1
  const hidden = `<cols><col min="${width}" max="${width}" width="4" ${program === 'libreOffice' ? 'hidden="true"' : 'hidden="1"'} customWidth="1"/></cols>`
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${place(width - 1, rows.length - 1)}"/>${hidden}<sheetData>${lines.join('')}</sheetData>${program === 'excel' ? '<phoneticPr fontId="1" type="noConversion"/>' : ''}</worksheet>`
  return packed(program, sheet, texts)
}

/** Excel cuts a text into pieces with their own letters, and writes how a word is spoken beside it. */
const sharedText = (program: Program, text: string): string =>
  program === 'excel' && text.length > 3
    ? `<si><r><t>${xml(text.slice(0, 2))}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${xml(text.slice(2))}</t></r><rPh sb="0" eb="1"><t>ㄅ</t></rPh></si>`
    : `<si><t xml:space="preserve">${xml(text)}</t></si>`

function packed(program: Program, sheet: string, texts: readonly string[]): Buffer {
  const { custom, ids } = formats[program]
  const part = (name: string, content: string): ZipPart => ({
    name,
    data: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`),
  })
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  return zipOf([
    part('_rels/.rels', `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    part(
      'xl/workbook.xml',
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    part('xl/worksheets/sheet1.xml', sheet),
    part(
      'xl/styles.xml',
      `<styleSheet><numFmts>${custom}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    part('xl/sharedStrings.xml', `<sst>${texts.map((text) => sharedText(program, text)).join('')}</sst>`),
  ])
}
