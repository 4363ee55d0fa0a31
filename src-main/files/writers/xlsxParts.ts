// The fixed parts of a workbook with one sheet, and the texts of its sheet.
import { neutralised } from '@shared/features/importExport/reading'
import type { Cell, WrittenColumn } from './cell'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** Numbers of the formats in `styles`. */
const style = { plain: 0, text: 1, money: 2, day: 3, time: 4, heading: 5 } as const

/** Name in the package → content. */
export const fixedParts = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xmlText(sheetTitle(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1F3F5"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`,
})

/** What programs allow as the name of a sheet. */
const sheetTitle = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/gu, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

/** Letters that XML cannot hold are written as Excel does; what looks so already is marked. */
export const xmlText = (text: string): string =>
  text
    // half of a pair of letters is no letter
    .replace(/\p{Cs}/gu, '\u{fffd}')
    .replace(/_x(?=[0-9a-f]{4}_)/giu, '_x005F_x')
    .replace(
      /[^\P{Cc}\t\n]|[\u{fffe}\u{ffff}]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

export function sheetStart(columns: readonly WrittenColumn[]): string {
  const widths = columns
    .map(
      ({ width = 16, hidden }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style.text}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
    )
    .join('')
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const headings = columns.map((column) => textCell(column.heading, style.heading)).join('')
  return `${head}<worksheet xmlns="${main}">${view}<cols>${widths}</cols><sheetData><row>${headings}</row>`
}

export function sheetEnd(columns: readonly WrittenColumn[]): string {
  const lists = columns.flatMap(({ choices = [] }, index) => {
    const words = choices.join(',')
    // a list of words may be 255 letters long and has no way to hold a comma
    if (words === '' || words.length > 255 || choices.some((word) => word.includes(','))) return []
    const range = `${letters(index)}2:${letters(index)}10000`
    return `<dataValidation type="list" allowBlank="1" sqref="${range}"><formula1>"${xmlText(words)}"</formula1></dataValidation>`
  })
  const validations =
    lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
  return `</sheetData>${validations}</worksheet>`
}

/** 0 → A, 26 → AA */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** A text cell never runs; the mark keeps it so when the sheet is saved as text. A number to dial stays as it is. */
const safe = (text: string): string => (/^\+\d[\d\s()./-]*$/u.test(text) ? text : neutralised(text))

const textCell = (text: string, format: number): string =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr" s="${format}"><is><t xml:space="preserve">${xmlText(safe(text))}</t></is></c>`
const numberCell = (value: number, format: number): string => `<c s="${format}"><v>${value}</v></c>`

const dayMs = 86_400_000
/** Days since 1899-12-30 in the computer's own time zone. */
const serial = (at: number): number => (at - new Date(at).getTimezoneOffset() * 60_000) / dayMs + 25_569

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'string') return textCell(cell, style.text)
  if ('number' in cell) return numberCell(cell.number, style[cell.as])
  // spreadsheet programs know no day before March 1900 that all agree on
  if ('day' in cell)
    return cell.day < '1900-03-01'
      ? textCell(cell.day, style.text)
      : numberCell(Date.parse(cell.day) / dayMs + 25_569, style.day)
  return numberCell(serial(cell.at), style.time)
}

export const rowXml = (row: readonly Cell[]): string => `<row>${row.map(cellXml).join('')}</row>`
