import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportResult } from '@shared/features/importExport/endpoints'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { download, finished, importTable } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

type Input = Parameters<TestPerson['api']['importExport']['export']>[0]

async function exported(person: TestPerson, input: Partial<Input> & Pick<Input, 'columns'>) {
  const { jobId } = await person.api.importExport.export({
    list: 'customers',
    format: 'csv',
    language: 'zh-CN',
    ...input,
  })
  const job = await finished(person, jobId)
  expect(job.error).toBeNull()
  const result = job.result as unknown as ExportResult
  return { ...result, content: await download(person, result.token) }
}
const lines = (content: Buffer): string[] =>
  content
    .toString('utf8')
    .replace(/^\u{feff}/u, '')
    .trimEnd()
    .split('\r\n')

/** What runs in a spreadsheet program, what looks so, and what must not be touched. */
const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  "=cmd|' /C calc'!A0",
  `=HYPERLINK("http://x.example","点我")`,
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1+1",
  "''=1+1",
  "'abc",
  '-',
  '--',
  '+86 138 0013 8000',
  '+8613800138000',
  '+86-21-6288-0000',
  '-5℃',
  '"引号"',
  'a,b;c\td',
  '第一行\n=第二行',
  '<b>&amp;</b>',
  '_x000D_',
  '%0A=1',
  '=1+1\n换行',
  '🙂 表情',
  '=  cmd',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "=2+5+cmd|' /C calc'!A0",
  '\\=1',
  '0123',
  '1e5',
  'TRUE',
  '2024-03-05',
  '007',
]

describe('an export', () => {
  it('says in words what is kept as codes', async () => {
    const rep = app.person({ name: '周敏' })
    await rep.api.customers.create({
      name: '苏州德力',
      level: 'key',
      type: 'won',
      region: '320506',
      annualRevenue: 123_450,
      foundedOn: '2001-02-03',
      tags: ['a', 'b;c'],
      phone: '0512-62880000',
    })
    const { content, rows, name } = await exported(app.owner, {
      columns: ['name', 'level', 'type', 'region', 'annualRevenue', 'foundedOn', 'tags', 'ownerId', 'phone'],
    })
    expect(rows).toBe(1)
    expect(name).toMatch(/^客户-\d{4}-\d\d-\d\d\.csv$/)
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(lines(content)).toEqual([
      '客户名称,级别,类型,地区,年营业额,成立日期,标签,负责人,电话',
      '苏州德力,重点,成交,江苏省 苏州市 吴中区,1234.50,2001-02-03,"a；""b;c""",周敏,0512-62880000',
    ])
    const english = await exported(app.owner, { columns: ['name', 'level'], language: 'en' })
    expect(lines(english.content)).toEqual(['Name,Level', '苏州德力,Key'])
  })

  it('holds the rows and order of the view', async () => {
    for (const [name, level] of [
      ['甲', 'key'],
      ['乙', 'low'],
      ['丙', 'key'],
    ] as const)
      await app.owner.api.customers.create({ name, level })
    const { content } = await exported(app.owner, {
      columns: ['name'],
      filter: { field: 'level', operator: 'is', value: 'key' },
      sort: [{ field: 'id', direction: 'desc' }],
    })
    expect(lines(content)).toEqual(['客户名称', '丙', '甲'])
  })

  it('is for those who may, of what they may carry out, and leaves out what is hidden from them', async () => {
    const rep = app.person({ name: '周敏' })
    await expect(
      rep.api.importExport.export({ list: 'customers', format: 'csv', columns: ['name'], language: 'en' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const role = app.role(
      { 'customers.view': 'all', 'customers.export': 'own' },
      { customers: { phone: 'masked', note: 'hidden' } },
    )
    const taker = app.person({ name: '王', roleIds: [role] })
    const mine = await app.owner.api.customers.create({
      name: '我的',
      phone: '13812345678',
      note: '秘密',
      ownerId: taker.id,
    })
    await app.owner.api.customers.create({ name: '别人的' })
    expect((await taker.api.customers.list({})).rows).toHaveLength(2)
    const { content, rows, withheld } = await exported(taker, { columns: ['name', 'phone', 'note'] })
    expect({ rows, withheld }).toEqual({ rows: 1, withheld: 1 })
    expect(lines(content)).toEqual(['客户名称,电话', '我的,"138****5678"'])
    await expect(exported(taker, { columns: ['note'] })).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      exported(taker, { columns: ['name'], filter: { field: 'note', operator: 'contains', value: '秘' } }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(exported(taker, { columns: ['secret'] })).rejects.toMatchObject({ code: 'invalid' })
    expect(mine.id).toBeGreaterThan(0)
    const { rows: audit } = await app.owner.api.auditLog.list({})
    expect(audit.find((row) => row.path === 'importExport.export' && row.outcome === 'ok')?.detail).toMatchObject({
      rows: 1,
      withheld: 1,
      columns: ['name', 'phone'],
    })
  })
})

function corpus(): string[] {
  const folder = process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
  const file = join(folder, 'hostile/csv-injection.md')
  const more = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line.length < 300)
    : []
  return [...hostile, ...more]
}

describe.each(['csv', 'xlsx'] as const)('guarantee 16: %s', (format) => {
  it('carries nothing that runs, and brings back the original', async () => {
    const texts = [...new Set(corpus())]
    for (const [index, text] of texts.entries()) {
      const customer = await app.owner.api.customers.create({
        name: `客户${index}号厂`,
        sourceNote: text.replace(/\n/g, ' ').slice(0, 120),
        note: text,
        specialPreference: text,
        tags: [text.replace(/\s+/g, ' ').slice(0, 40).trim()],
      })
      await app.owner.api.contacts.create({
        customerId: customer.id,
        name: `联系人${index}`,
        family: text,
        interests: text.replace(/\n/g, ' ').slice(0, 200),
      })
    }
    const fields = ['name', 'sourceNote', 'note', 'specialPreference', 'tags', 'createdAt', 'contactCount']
    const people = ['customerName', 'name', 'family', 'interests', 'isPrimary', 'isActive']
    const customers = await exported(app.owner, { columns: fields, format })
    const contacts = await exported(app.owner, { list: 'contacts', columns: people, format })
    if (format === 'csv')
      for (const cell of lines(customers.content).flatMap((line) => line.split(/,(?=")|^/)))
        expect(cell.replace(/^"/, '')).not.toMatch(/^([=@＝＠＋－-]|\+(?![\d ]+"?(,|$)))/)
    const other = openTestApp()
    await importTable(other.owner, customers.content, { name: customers.name })
    const brought = await importTable(other.owner, contacts.content, { name: contacts.name })
    expect(brought).toMatchObject({ refused: 0, createdContacts: texts.length })
    const rowsOf = async (of: TestApp, list: 'customers' | 'contacts', keys: string[]) => {
      const all: Record<string, unknown>[] = []
      for (let after: string | undefined; ;) {
        const page = await of.owner.api[list].list({
          limit: 200,
          sort: [{ field: 'id', direction: 'asc' }],
          ...(after ? { after } : {}),
        })
        all.push(
          ...(page.rows as Record<string, unknown>[]).map((row) =>
            Object.fromEntries(
              keys.map((key) => [key, key === 'createdAt' ? Math.floor(Number(row[key]) / 60_000) : row[key]]),
            ),
          ),
        )
        if (page.next === null) return all.sort((a, b) => String(a['name']).localeCompare(String(b['name'])))
        after = page.next
      }
    }
    expect(await rowsOf(other, 'customers', fields)).toEqual(await rowsOf(app, 'customers', fields))
    expect(await rowsOf(other, 'contacts', people.slice(1))).toEqual(await rowsOf(app, 'contacts', people.slice(1)))
    await other.close()
  })

  it('of follow-ups comes back without doubling', async () => {
    const customer = await app.owner.api.customers.create({ name: '德力厂' })
    const contact = await app.owner.api.contacts.create({ customerId: customer.id, name: '王建国' })
    await app.owner.api.followUps.create({
      customerId: customer.id,
      contactId: contact.id,
      way: 'visit',
      content: '=看了车间',
      result: 'agreed',
      nextStep: '报价',
      nextAt: app.clock.now + 86_400_000,
    })
    const { content, name } = await exported(app.owner, {
      list: 'followUps',
      columns: [
        'customerName',
        'contactName',
        'way',
        'content',
        'result',
        'followedAt',
        'nextAt',
        'nextStep',
        'personId',
      ],
      format,
    })
    expect(await importTable(app.owner, content, { name })).toMatchObject({
      createdFollowUps: 0,
      unchanged: 1,
      refused: 0,
      warnings: 0,
    })
    const other = openTestApp()
    expect(await importTable(other.owner, content, { name })).toMatchObject({
      createdCustomers: 1,
      createdContacts: 1,
      createdFollowUps: 1,
      warnings: 0,
    })
    const [row] = (await other.owner.api.followUps.list({})).rows
    expect(row).toMatchObject({
      content: '=看了车间',
      way: 'visit',
      result: 'agreed',
      nextStep: '报价',
      contactName: '王建国',
      personId: other.owner.id,
    })
    await other.close()
  })
})
