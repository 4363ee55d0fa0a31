// Files meant to cost memory or time are refused before they do (guarantees: 200 MB expanded, ratio 200, 10 000 entries).
import { expect, test } from 'vitest'
import { fileOf, readFile, refusalOf, xlsxAround, zipOf } from '../../support/tableFiles'

const MB = 1024 * 1024
const workbook = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }

test('a zip bomb is refused by what its directory says', async () => {
  const bomb = zipOf([workbook, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(60 * MB, 32) }])
  expect(bomb.length).toBeLessThan(MB)
  expect(await refusalOf(fileOf(bomb))).toEqual({ code: 'suspicious' })
})

test('a zip that lies about its sizes is stopped while it expands', async () => {
  const bomb = zipOf([
    workbook,
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(60 * MB, 32), claimedSize: 1000 },
  ])
  const before = process.memoryUsage().rss
  expect(await refusalOf(fileOf(bomb))).toEqual({ code: 'damaged' })
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * MB)
})

test('more than 200 MB expanded is refused, also when it packs badly', async () => {
  const noise = Buffer.from(Array.from({ length: MB }, (_, index) => (index * 7919 + (index >> 8) * 104729) % 251))
  const parts = Array.from({ length: 210 }, (_, index) => ({ name: `xl/media/${index}.png`, data: noise }))
  expect(await refusalOf(fileOf(zipOf([workbook, ...parts])))).toEqual({ code: 'tooLarge', limitMb: 200 })
})

test('more than 10 000 entries are refused', async () => {
  const parts = Array.from({ length: 10_001 }, (_, index) => ({ name: `xl/${index}.xml`, data: Buffer.from('x') }))
  expect(await refusalOf(fileOf(zipOf(parts)))).toEqual({ code: 'suspicious' })
})

test('encrypted entries, and names that leave the folder, are refused', async () => {
  expect(await refusalOf(fileOf(zipOf([{ ...workbook, encrypted: true }])))).toEqual({ code: 'passwordProtected' })
  const outside = { name: '../../xl/evil.xml', data: Buffer.from('x') }
  expect(await refusalOf(fileOf(zipOf([workbook, outside])))).toEqual({ code: 'damaged' })
})

test('entities of a document type are not expanded', async () => {
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
  expect(await refusalOf(fileOf(xlsxAround(laughs)))).toEqual({ code: 'damaged' })
})

test('a cell at the far corner costs nothing', async () => {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>' +
    '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
  const { sheets, problems } = await readFile(fileOf(xlsxAround(sheet)))
  expect(sheets[0]?.columns).toBe(1)
  expect(problems[0]).toEqual({ code: 'columnsCut', params: { count: 1, line: 1_048_576 } })
})

test('a line without end is no table', async () => {
  expect(await refusalOf(fileOf('x'.repeat(5 * MB)))).toEqual({ code: 'notATable' })
})

test.each(['甲,"x" y" z\n', '甲,"x\n'])(
  'ten thousand stray quotes like %j take no longer than a moment',
  async (line) => {
    const { rows } = await readFile(fileOf('名称,备注\n' + line.repeat(10_000)))
    expect(rows).toHaveLength(10_000)
  },
  10_000,
)

test('a vCard of one endless base64 line is refused, a card with 100 000 properties is read', async () => {
  expect(await refusalOf(fileOf('BEGIN:VCARD\nPHOTO;ENCODING=b:' + 'A'.repeat(30 * MB)))).toEqual({ code: 'damaged' })
  const { rows } = await readFile(fileOf('BEGIN:VCARD\nFN:甲\n' + 'TEL:1\n'.repeat(100_000) + 'END:VCARD\n'))
  expect(rows[0]?.cells[0]).toBe('甲')
})

test('a LibreOffice table that repeats its cells without end is refused before it is unrolled', async () => {
  const row =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024" office:value-type="string">' +
    '<text:p>x</text:p></table:table-cell></table:table-row>'
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${row}</table:table></office:spreadsheet></office:body></office:document-content>`
  const parts = {
    mimetype: 'x',
    'META-INF/manifest.xml': '<manifest/>',
    'styles.xml': '<styles/>',
    'content.xml': content,
  }
  const bomb = fileOf(zipOf(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) }))))
  expect(await refusalOf(bomb)).toEqual({ code: 'tooManyCells', limit: 1_000_000 })
})
