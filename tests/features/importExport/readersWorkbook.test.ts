import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test, describe } from 'vitest'
import { utils, type WorkSheet } from '@e965/xlsx'
import {
  bookOf,
  encryptedXlsx,
  fileOf,
  readFile,
  refusalOf,
  workbookFile,
  xlsxAround,
  zipOf,
  type Cells,
} from '../../support/tableFiles'

const customers: Cells[] = [
  ['客户名称', '联系人', '手机', '建档日期', '年采购额', '备注'],
  ['上海信诚科技有限公司', '王伟', 13800138000, 45292, 125000.5, '重点客户\n每月拜访'],
  ['北京𠮷野家商贸', '李娜', '021-66668888', 45293.5, 0, null],
]

function withFormats(sheet: WorkSheet, formats: Record<string, string>): WorkSheet {
  // cells are typed as part of an index of anything
  for (const [place, format] of Object.entries(formats)) (sheet[place] as { z?: string }).z = format
  return sheet
}

const sheetOf = (rows: Cells[]): WorkSheet => utils.aoa_to_sheet(rows)
const dated = () => withFormats(sheetOf(customers), { D2: 'yyyy"年"m"月"d"日"', D3: 'yyyy/m/d h:mm', E2: '¥#,##0.00' })

describe.each(['xlsx', 'biff8', 'ods', 'xlsb'] as const)('a workbook as %s', (bookType) => {
  test('gives phones in full digits, dates as ISO, sums as plain numbers', async () => {
    const file = await readFile(workbookFile(bookOf({ 客户: dated() }), bookType))
    expect(file.sheets[0]).toMatchObject({ name: '客户', hidden: 'no', rows: 2, columns: 6, headerRow: 1 })
    expect(file.sheets[0]?.headings).toEqual(customers[0])
    expect(file.rows.map(({ line }) => line)).toEqual([2, 3])
    expect(file.rows[0]?.cells).toEqual([
      '上海信诚科技有限公司',
      '王伟',
      '13800138000',
      '2024-01-01',
      '125000.5',
      '重点客户\n每月拜访',
    ])
    expect(file.rows[1]?.cells).toEqual(['北京𠮷野家商贸', '李娜', '021-66668888', '2024-01-02 12:00', '0'])
  })

  test('flags hidden and very hidden sheets', async () => {
    if (bookType === 'ods') return // the library does not write it; see below
    const book = bookOf({ 客户: sheetOf(customers), 旧表: sheetOf(customers), 参数: sheetOf([['a']]) })
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] }
    const { sheets, problems } = await readFile(workbookFile(book, bookType))
    const hidden = sheets.map((sheet) => sheet.hidden)
    expect(hidden).toEqual(['no', 'hidden', 'veryHidden'])
    expect(problems[0]).toMatchObject({ code: 'hiddenSheets', params: { count: 2, names: '旧表、参数' } })
  })

  test('writes a customer merged over several contacts beside each of them', async () => {
    const sheet = sheetOf([
      ['客户名称', '联系人', '电话'],
      ['甲公司', '张三', '1'],
      [null, '李四', '2'],
      ['乙公司', '王五', '3'],
    ])
    sheet['!merges'] = [utils.decode_range('A2:A3')]
    const { rows } = await readFile(workbookFile(bookOf({ 客户: sheet }), bookType))
    expect(rows.map(({ cells }) => cells[0])).toEqual(['甲公司', '甲公司', '乙公司'])
  })
})

test('counts days from 1904 when the workbook says so', async () => {
  const book = bookOf({
    a: withFormats(
      sheetOf([
        ['名称', '日期'],
        ['甲', 1],
      ]),
      { B2: 'yyyy-mm-dd' },
    ),
  })
  book.Workbook = { WBProps: { date1904: true } }
  expect((await readFile(workbookFile(book))).rows[0]?.cells).toEqual(['甲', '1904-01-02'])
})

test.each([
  [0.5, 'h:mm', '12:00'],
  [45292, 'm"月"d"日"', '2024-01-01'],
  [13800138000, '0.00E+00', '13800138000'],
  [13800138000, '000-0000-0000', '138-0013-8000'],
  [12, '00000', '00012'],
  [0.125, '0.0%', '12.5%'],
  [1234.5, '_("$"* #,##0.00_)', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [1e-7, 'General', '0.0000001'],
  [60.25, '[h]:mm', '1446:00'],
])('%d shown as %s reads %s', async (value, format, text) => {
  const sheet = withFormats(
    sheetOf([
      ['名称', '数量'],
      ['甲', value],
    ]),
    { B2: format },
  )
  expect((await readFile(workbookFile(bookOf({ a: sheet })))).rows[0]?.cells[1]).toBe(text)
})

test('knows the Chinese built-in date formats by their number', async () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="32"/></cellXfs></styleSheet>'
  const sheet =
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>日期</t></is></c><c t="inlineStr"><is><t>时间</t></is></c></row>' +
    '<row><c s="1"><v>45292</v></c><c s="2"><v>0.75</v></c></row></sheetData></worksheet>'
  const file = fileOf(xlsxAround(sheet, [{ name: 'xl/styles.xml', data: Buffer.from(styles) }]))
  expect((await readFile(file)).rows[0]).toEqual({ line: 2, cells: ['2024-01-01', '18:00'] })
})

test('reports cells in error, formulas without a result and digits Excel has lost', async () => {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>账号</t></is></c></row>' +
    '<row r="2"><c r="A2" t="e"><f>X</f><v>#N/A</v></c><c r="B2"><v>622202123456789000</v></c></row>' +
    '<row r="5"><c r="A5"><f>B2</f></c><c r="B5" t="str"><f>B2</f><v>甲</v></c></row></sheetData></worksheet>'
  const { rows, problems } = await readFile(fileOf(xlsxAround(sheet)))
  expect(rows).toEqual([
    {
      line: 2,
      cells: ['', '622202123456789000'],
      notes: [
        { code: 'cellErrors', column: 0 },
        { code: 'digitsLost', column: 1 },
      ],
    },
    { line: 5, cells: ['', '甲'], notes: [{ code: 'formulasWithoutValue', column: 0 }] },
  ])
  expect(problems.map(({ code, params }) => [code, params['line']])).toEqual([
    ['cellErrors', 2],
    ['digitsLost', 2],
    ['formulasWithoutValue', 5],
  ])
})

test('joins rich text, leaves out pronunciation hints, reads _x000D_ and namespaced parts', async () => {
  const sheet =
    '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:r><x:t>上</x:t></x:r><x:r><x:t>海_x000D_\n市</x:t></x:r>' +
    '<x:rPh><x:t>shang</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>'
  expect((await readFile(fileOf(xlsxAround(sheet)))).rows[0]?.cells).toEqual(['', '上海\n市'])
})

test('flags a hidden sheet of LibreOffice', async () => {
  const table = (name: string, style: string) =>
    `<table:table table:name="${name}" table:style-name="${style}"><table:table-row>` +
    '<table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>'
  const style = (name: string, shown: boolean) =>
    `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`
  const content =
    `<office:document-content><office:automatic-styles>${style('a', true)}${style('b', false)}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${table('客户', 'a')}${table('旧表', 'b')}</office:spreadsheet></office:body></office:document-content>`
  const parts = {
    mimetype: 'x',
    'META-INF/manifest.xml': '<manifest/>',
    'styles.xml': '<styles/>',
    'content.xml': content,
  }
  const file = fileOf(zipOf(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) }))))
  expect((await readFile(file)).sheets.map(({ hidden }) => hidden)).toEqual(['no', 'hidden'])
})

test('refuses workbooks with a password, in either format', async () => {
  expect(await refusalOf(fileOf(encryptedXlsx()))).toEqual({ code: 'passwordProtected' })
})

test('refuses an empty workbook and one cut off', async () => {
  expect(await refusalOf(workbookFile(bookOf([[]])))).toEqual({ code: 'empty' })
  const whole = readFileSync(workbookFile(bookOf({ 客户: sheetOf(customers) })))
  expect(await refusalOf(fileOf(whole.subarray(0, whole.length - 300)))).toEqual({ code: 'damaged' })
})

test('reads an HTML table that a web program called .xls, whatever its encoding', async () => {
  const html =
    '<html><head><meta charset="gbk"></head><body><table><tr><td>客户名称</td><td>电话</td></tr>' +
    '<tr><td>上海信诚科技</td><td>02166668888</td></tr></table></body></html>'
  const file = await readFile(fileOf(iconv.encode(html, 'gbk'), 'export.xls'))
  expect(file).toMatchObject({ format: 'html', encoding: 'gb18030' })
  expect(file.rows[0]?.cells).toEqual(['上海信诚科技', '02166668888'])
})
