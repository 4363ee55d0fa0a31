import { expect, test } from 'vitest'
import { utils } from '@e965/xlsx'
import { bookOf, fileOf, readFile, workbookFile, type Cells } from '../../support/tableFiles'

const headerOf = async (text: string) => (await readFile(fileOf(text))).sheets[0]?.headerRow

test.each([
  ['at the top', '名称,电话\n甲,1\n乙,2', 1],
  ['below a title and a blank line', '2024年客户名单,,\n\n名称,电话,地址\n甲,1,x\n乙,2,y', 3],
  [
    'below a title and a line of remarks',
    '客户资料表,,,\n制表：行政部,,日期：2024-01-01,\n序号,客户名称,电话,地址\n1,甲,1,x\n2,乙,2,y',
    3,
  ],
  ['with a few of its cells empty', '名称,,电话,地址\n甲,a,1,x\n乙,b,2,y', 1],
  ['without any word we know', 'foo,bar\na,1\nb,2', 1],
  ['none, when the first line is data', '甲公司,13800138000\n乙公司,13900139000\n丙公司,13700137000', 0],
  ['none, when a mail address stands in it', '王伟,w@x.cn\n李娜,l@x.cn', 0],
  ['none in a single line', '上海信诚科技,王伟', 0],
  [
    'the first good line, though data below is full of heading words',
    'Table,Field,Description\naccounts,account,Company name\naccounts,phone,Contact phone',
    1,
  ],
])('headings: %s', async (_, text, line) => {
  expect(await headerOf(text)).toBe(line)
})

const withMerges = (rows: Cells[], merges: string[]) => {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  return workbookFile(bookOf({ 客户: sheet }))
}

test('a merged title over the whole table is no heading', async () => {
  const file = withMerges([['客户名单'], [], ['名称', '电话', '地址'], ['甲', '1', 'x']], ['A1:C1'])
  expect((await readFile(file)).sheets[0]?.headerRow).toBe(3)
})

test('a merged title directly above the headings is no group of theirs', async () => {
  const rows = [['2026年客户总表'], ['客户名称', '联系人', '电话'], ['甲', '张三', '1'], ['乙', '李四', '2']]
  for (const title of ['A1:C1', 'A1:B1', 'A1:E1'])
    expect((await readFile(withMerges(rows, [title]))).sheets[0]).toMatchObject({
      headerRow: 2,
      headings: ['客户名称', '联系人', '电话'],
    })
})

test('a title with its date beside it is no group either', async () => {
  const rows = [
    ['2026年客户总表', null, null, '2026-11'],
    ['客户名称', '联系人', '电话', '地址'],
    ['甲', '张三', '1', 'x'],
  ]
  expect((await readFile(withMerges(rows, ['A1:C1']))).sheets[0]?.headings).toEqual(rows[1])
})

test('headings in two lines: the lower one counts, the group stands before it, single ones reach down', async () => {
  const rows = [
    ['客户名称', '联系人1', null, '联系人2', null],
    [null, '姓名', '电话', '姓名', '电话'],
    ['甲公司', '张三', '1', '李四', '2'],
    ['乙公司', '王五', '3', null, null],
  ]
  const { sheets } = await readFile(withMerges(rows, ['A1:A2', 'B1:C1', 'D1:E1']))
  expect(sheets[0]).toMatchObject({
    headerRow: 2,
    rows: 2,
    headings: ['客户名称', '联系人1 姓名', '联系人1 电话', '联系人2 姓名', '联系人2 电话'],
  })
})

test('the preview shows the first twenty filled lines with their places', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => [`客户${index}`, index])
  const { sheets } = await readFile(withMerges([[], ['名称', '数量'], ...lines], []))
  expect(sheets[0]?.preview).toHaveLength(20)
  expect(sheets[0]?.preview[0]).toEqual({ line: 2, cells: ['名称', '数量'] })
  expect(sheets[0]?.rows).toBe(30)
})
