// Several address book files dropped together are one import: phones and mail programs write a file for every person.
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'
import { finished, upload } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const card = (name: string, company: string): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `ORG:${company}`, 'END:VCARD'].join('\r\n')
const send = async (files: Record<string, Buffer>): Promise<{ token: string; more: string[] }> => {
  const tokens: string[] = []
  for (const [name, content] of Object.entries(files)) tokens.push(await upload(app.owner, name, content))
  const [token = '', ...more] = tokens
  return { token, more }
}

it('each in its own encoding, in one change set', async () => {
  const files = await send({
    '张三丰.vcf': Buffer.from(card('张三丰', '武当旅游公司')),
    '李四光.vcf': iconv.encode(card('李四光', '地质勘探研究所'), 'gbk'),
    '王五福.vcf': Buffer.from(`\u{feff}${card('王五福', '永福贸易行')}`),
    '赵六安.vcf': iconv.encode(card('赵六安', '六安茶叶公司'), 'utf-16le', { addBOM: true }),
  })
  const found = await app.owner.api.importExport.inspect(files)
  expect(found).toMatchObject({ name: '张三丰.vcf 等 4 个文件', encoding: null, problems: [], refusal: null })
  expect(found.sheets).toMatchObject([{ rows: 4, headerRow: 1 }])
  const { jobId } = await app.owner.api.importExport.run({
    ...files,
    sheet: 0,
    headerRow: 1,
    mapping: found.sheets[0]!.mapping,
    mode: 'both',
    matchBy: ['name'],
    ownerId: app.owner.id,
    tags: [],
    overwrite: false,
  })
  expect((await finished(app.owner, jobId)).result).toMatchObject({ rows: 4, createdCustomers: 4, createdContacts: 4 })
  const { rows } = await app.owner.api.contacts.list({})
  expect(rows.map(({ name }) => name).sort()).toEqual(['张三丰', '李四光', '王五福', '赵六安'].sort())
  expect((await app.owner.api.changeSets.list({ path: 'importExport.run' })).rows).toMatchObject([
    { params: { file: '张三丰.vcf 等 4 个文件', rows: 4, left: 0 } },
  ])
})

it('a file without cards among them is left out and told by name', async () => {
  const files = await send({
    '张三丰.vcf': Buffer.from(card('张三丰', '武当旅游公司')),
    '空.vcf': Buffer.from(''),
    '表.vcf': Buffer.from('客户名称,电话\n甲公司,1'),
  })
  const { sheets, problems } = await app.owner.api.importExport.inspect(files)
  expect(sheets[0]?.rows).toBe(1)
  expect(problems).toEqual([{ code: 'filesWithoutCards', params: { count: 2, names: '空.vcf、表.vcf' } }])
})

it('tables are refused with words that say one at a time', async () => {
  const files = await send({ 'a.csv': Buffer.from('客户名称\n甲公司'), 'b.csv': Buffer.from('客户名称\n乙公司') })
  expect((await app.owner.api.importExport.inspect(files)).refusal).toEqual({ code: 'oneTable', params: {} })
})

it('those of a colleague are refused', async () => {
  const colleague = app.person()
  const theirs = await upload(colleague, 'a.vcf', Buffer.from(card('张三丰', '武当旅游公司')))
  const { token } = await send({ 'b.vcf': Buffer.from(card('李四光', '研究所')) })
  await expect(app.owner.api.importExport.inspect({ token, more: [theirs] })).rejects.toMatchObject({
    code: 'notFound',
    details: { code: 'fileGone' },
  })
})
