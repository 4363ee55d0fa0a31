import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { neutralised, restored } from '@shared/features/importExport/reading'
import { fileOf, readFile, refusalOf } from '../../support/tableFiles'

const simplified = '客户名称,联系人,电话\n上海信诚科技有限公司,王伟,13800138000\n杭州𠮷野家商贸,刘洋,0571-88886666\n'
const everyday = simplified.replace('𠮷', '吉')
const traditional = '客戶名稱,聯絡人,電話\n台北科技股份有限公司,陳美玲,02-27001234\n高雄貿易行,張志偉,0912345678\n'
const cellsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','))

describe('the encoding is found out', () => {
  test.each([
    ['utf-8', Buffer.from(simplified), simplified],
    ['utf-8', Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(simplified)]), simplified],
    ['utf-16le', Buffer.concat([Buffer.from('fffe', 'hex'), iconv.encode(simplified, 'utf-16le')]), simplified],
    ['utf-16be', Buffer.concat([Buffer.from('feff', 'hex'), iconv.encode(simplified, 'utf-16be')]), simplified],
    ['utf-16le', iconv.encode(simplified, 'utf-16le'), simplified],
    ['utf-16be', iconv.encode(simplified, 'utf-16be'), simplified],
    ['gb18030', iconv.encode(simplified, 'gb18030'), simplified],
    ['gb18030', iconv.encode(everyday, 'gbk'), everyday],
    ['big5', iconv.encode(traditional, 'big5'), traditional],
    [
      'windows-1252',
      iconv.encode('name,city\nJosé Muñoz,Málaga\nJürgen Groß,Köln\n', 'windows-1252'),
      'name,city\nJosé Muñoz,Málaga\nJürgen Groß,Köln\n',
    ],
  ])('%s', async (encoding, bytes, text) => {
    const file = await readFile(fileOf(bytes))
    expect(file.encoding).toBe(encoding)
    expect([file.sheets[0]?.headings, ...file.rows.map(({ cells }) => cells)]).toEqual(cellsOf(text))
  })

  test('by a single Chinese name far down in a long English table', async () => {
    const english = 'name,phone\n' + 'Acme Corporation,555-0100\n'.repeat(40_000)
    const { encoding, rows } = await readFile(
      fileOf(Buffer.concat([Buffer.from(english), iconv.encode('王伟,1\n', 'gbk')])),
    )
    expect(encoding).toBe('gb18030')
    expect(rows.at(-1)?.cells[0]).toBe('王伟')
  })

  test('but the user may know better', async () => {
    const file = fileOf(iconv.encode('名,甲\n王,乙\n', 'gbk'))
    expect((await readFile(file, { encoding: 'big5' })).encoding).toBe('big5')
  })
})

describe('the separator is found out', () => {
  test.each([',', ';', '\t', '|', '，'])('%j', async (separator) => {
    const text = [
      ['名称', '地址', '金额'],
      ['甲', '北京市; 海淀区', '1'],
      ['乙', '上海', '2'],
    ]
    const quoted = text.map((row) => row.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(separator))
    const file = await readFile(fileOf(quoted.join('\r\n')))
    expect(file.separator).toBe(separator)
    expect(file.rows.map(({ cells }) => cells)).toEqual(text.slice(1))
  })

  test('or said by the first line, as Excel writes it', async () => {
    const { rows, separator } = await readFile(fileOf('sep=;\r\n名称;电话\r\n甲,乙;1\r\n'))
    expect([separator, rows]).toEqual([';', [{ line: 3, cells: ['甲,乙', '1'] }]])
  })

  test('one column without any is a table too', async () => {
    expect((await readFile(fileOf('客户名称\n甲公司\n乙公司\n'))).rows.map(({ cells }) => cells)).toEqual([
      ['甲公司'],
      ['乙公司'],
    ])
  })
})

describe('quotes', () => {
  const rowsOf = async (text: string) => (await readFile(fileOf(`名称,备注\n${text}`))).rows

  test('hold separators, line breaks and quotes', async () => {
    expect(await rowsOf('甲,"一,二\r\n三 ""四"""\n乙,五')).toEqual([
      { line: 2, cells: ['甲', '一,二\n三 "四"'] },
      { line: 3, cells: ['乙', '五'] },
    ])
  })

  test('inside a cell are letters, also unpaired', async () => {
    expect(await rowsOf('甲,5" 管\n"他说"好"的",x\n')).toEqual([
      { line: 2, cells: ['甲', '5" 管'] },
      { line: 3, cells: ['他说"好"的', 'x'], notes: [{ code: 'strayQuote' }] },
    ])
  })

  test('never closed cost their own line and no other', async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `丙${index},x`).join('\n')
    const rows = await rowsOf(`甲,"没有结束\n乙,好\n${many}\n`)
    expect(rows).toHaveLength(30_002)
    expect(rows.slice(0, 2)).toEqual([
      { line: 2, cells: ['甲', '"没有结束'], notes: [{ code: 'strayQuote' }] },
      { line: 3, cells: ['乙', '好'] },
    ])
  })
})

test('lines are counted as Excel counts them: blank ones too, a quoted line break not', async () => {
  const { rows } = await readFile(fileOf('名称,备注\n\n甲,"a\nb"\n,,\n乙,c\n'))
  expect(rows.map(({ line }) => line)).toEqual([3, 5])
})

test('old Mac line ends and Windows line ends cut between two reads do no harm', async () => {
  expect((await readFile(fileOf('名称,电话\r甲,1\r乙,2\r'))).rows).toHaveLength(2)
  const long = '名称,电话\r\n' + `${'甲'.repeat(50)},1\r\n`.repeat(6_000)
  expect((await readFile(fileOf(long))).rows).toHaveLength(6_000)
})

test('what keeps Excel from running or shortening a text is taken off again', async () => {
  const { rows } = await readFile(fileOf(`名称,电话,备注\n'=1+1,="00138",'张三\n`))
  expect(rows[0]?.cells).toEqual(['=1+1', '00138', "'张三"])
})

test.each(['=1+1', '+1+2', '-1', '@here', "'=x", "''+1", "'张三", 'a=b', ''])(
  '%j survives an export and comes back',
  (text) => {
    expect(restored(neutralised(text))).toBe(text)
    expect(neutralised(text)).not.toMatch(/^[=+\-@]/u)
  },
)

test('numbers Excel has shortened and unreadable signs are reported', async () => {
  const { rows, problems } = await readFile(fileOf('名称,手机\n甲,1.38E+10\n乙\u{fffd},1\n'))
  expect(rows.map(({ notes }) => notes)).toEqual([
    [{ code: 'scientific', column: 1 }],
    [{ code: 'unreadableCharacters', column: 0 }],
  ])
  expect(problems.map(({ code, params }) => ({ code, ...params }))).toEqual([
    { code: 'scientific', count: 1, line: 2 },
    { code: 'unreadableCharacters', count: 1, line: 3 },
  ])
})

test.each([
  ['', { code: 'empty' }],
  ['\u{feff}\n \n', { code: 'empty' }],
  ['%PDF-1.7 x', { code: 'unsupported', kind: 'pdf' }],
  ['{"name": "甲"}', { code: 'unsupported', kind: 'json' }],
  ['[{"name": "甲"}]', { code: 'unsupported', kind: 'json' }],
  ['<html><body>你好</body></html>', { code: 'unsupported', kind: 'web' }],
  ['BEGIN:VCALENDAR\nEND:VCALENDAR', { code: 'unsupported', kind: 'calendar' }],
  ['From: a@b.c\nTo: d@e.f\nSubject: hi\nDate: now\n\nhello', { code: 'unsupported', kind: 'mail' }],
  [Buffer.from('89504e470d0a1a0a00', 'hex'), { code: 'unsupported', kind: 'image' }],
  [Buffer.from('4d5a900003000000', 'hex'), { code: 'unsupported', kind: 'program' }],
  [Buffer.from('0102030004050600ffee00aa', 'hex'), { code: 'notATable' }],
])('refuses what is no table: %s', async (content, refusal) => {
  expect(await refusalOf(fileOf(content, 'kunden.csv'))).toEqual(refusal)
})

test('a file that is not there, and a folder, are refused', async () => {
  expect(await refusalOf(fileOf('x') + '-no')).toEqual({ code: 'fileMissing' })
  expect(await refusalOf(new URL('.', import.meta.url).pathname)).toEqual({ code: 'fileMissing' })
})
