// A list goes out as a workbook, is edited in a spreadsheet program and comes back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { at, compare, everything, take, takenOut } from '../../support/editing'
import { programs, type SheetCell } from '../../support/savedSheets'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person({ name: '周敏' })
})
afterEach(() => app.close())

const taken = () => takenOut(app.owner)

const make = (more: object = {}) =>
  rep.api.customers.create({
    name: '苏州德力',
    level: 'key',
    phone: '0512-62880000',
    despiteDuplicates: true,
    annualRevenue: 123_450,
    foundedOn: '2001-02-03',
    tags: ['老客户', 'a;b'],
    region: '320506',
    note: '第一行\n=第二行',
    ...more,
  })

describe.each(programs)('saved by %s', (program) => {
  it('shows nothing when nothing was edited, and each edited cell when some were', async () => {
    const { id } = await make()
    await make({ name: '上海某信', foundedOn: null, annualRevenue: null, tags: [], note: null })
    const rows = await taken()
    expect(await compare(rep, rows, program)).toMatchObject({
      read: 2,
      unchanged: 2,
      rows: [],
      removed: 0,
      ignored: [],
    })
    const row = rows[1]!
    row[at.level] = '普通'
    row[at.phone] = '0512-62889999'
    row[at.annualRevenue] = 2000.5
    row[at.foundedOn] = 37_000
    row[at.tags] = '老客户；新'
    row[at.note] = null
    const found = await compare(rep, rows, program)
    expect(found.rows).toMatchObject([{ kind: 'edit', id, label: '苏州德力' }])
    expect(found.rows[0]!.cells.map(({ field, was, to, clash, problem }) => [field, was, to, clash, problem])).toEqual([
      ['level', '重点', '普通', false, null],
      ['phone', '0512-62880000', '0512-62889999', false, null],
      ['annualRevenue', '1234.5', '2000.5', false, null],
      ['foundedOn', '2001-02-03', '2001-04-19', false, null],
      ['tags', '老客户；"a;b"', '老客户；新', false, null],
      ['note', '第一行\n=第二行', '', false, null],
    ])
    expect(await take(rep, found, everything)).toMatchObject({ updated: 1, created: 0, failed: [], stopped: null })
    expect(await rep.api.customers.read({ id })).toMatchObject({
      level: 'normal',
      phone: '0512-62889999',
      annualRevenue: 200_050,
      foundedOn: '2001-04-19',
      tags: ['老客户', '新'],
      note: null,
    })
  })
})

describe('what came back', () => {
  it('is taken cell by cell, as one change set that one undo takes back', async () => {
    const [first, second] = [await make(), await make({ name: '上海某信' })]
    const rows = await taken()
    for (const index of [1, 2]) Object.assign(rows[index]!, { [at.level]: '普通', [at.phone]: '13800138000' })
    const found = await compare(rep, rows)
    const done = await take(rep, found, ({ id }) => (id === first.id ? ['level'] : ['level', 'phone']))
    expect(done).toMatchObject({ updated: 2, failed: [] })
    expect(await rep.api.customers.read({ id: first.id })).toMatchObject({ level: 'normal', phone: '0512-62880000' })
    expect(await rep.api.customers.read({ id: second.id })).toMatchObject({ level: 'normal', phone: '13800138000' })
    const { summary } = await rep.api.changeSets.undo({ id: done.changeSetId! })
    expect(summary).toMatchObject({ records: 2, skipped: 0 })
    expect(await rep.api.customers.read({ id: second.id })).toMatchObject({ level: 'key', phone: '0512-62880000' })
    // once taken it is forgotten
    await expect(take(rep, found, everything)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('survives sorting, columns moved or deleted, a title above and a column of one’s own', async () => {
    const [first] = [await make(), await make({ name: '上海某信' })]
    const rows = await taken()
    const moved = [rows[0]!, rows[2]!, rows[1]!].map((row, index) => [
      row[at.key]!,
      row[at.phone]!,
      row[at.name]!,
      index === 0 ? '我的记号' : '✓',
    ])
    moved[2]![1] = '13900139000'
    const found = await compare(rep, [['客户名单'], [], ...moved])
    expect(found).toMatchObject({ unchanged: 1, ignored: ['我的记号'], rows: [{ id: first.id, line: 5 }] })
    expect(found.rows[0]!.cells).toMatchObject([{ field: 'phone', to: '13900139000' }])
  })

  it('shows a clash with an edit made since, takes it only when asked, and passes over what was not edited', async () => {
    const { id } = await make()
    const rows = await taken()
    await app.owner.api.customers.update({
      id,
      version: 1,
      changes: { phone: '111111', level: 'low', industry: '机械' },
    })
    expect((await compare(rep, rows)).rows).toEqual([])
    rows[1]![at.phone] = '222222'
    rows[1]![at.level] = '普通'
    rows[1]![at.note] = '新的'
    const found = await compare(rep, rows)
    expect(found.rows[0]!.cells).toMatchObject([
      { field: 'level', was: '重点', to: '普通', clash: true },
      { field: 'phone', was: '0512-62880000', now: '111111', to: '222222', clash: true },
      { field: 'note', clash: false },
    ])
    // somebody else is quicker still
    await app.owner.api.customers.update({ id, version: 2, changes: { industry: '电子' } })
    expect(await take(rep, found, () => ['note'])).toMatchObject({
      updated: 0,
      failed: [{ code: 'conflict', line: 2 }],
    })
    const again = await compare(rep, rows)
    expect(await take(rep, again, () => ['phone', 'note'])).toMatchObject({ updated: 1, failed: [] })
    expect(await rep.api.customers.read({ id })).toMatchObject({ phone: '222222', note: '新的', level: 'low' })
    // what both made of it is no clash
    rows[1]![at.level] = '一般'
    rows[1]![at.phone] = '222222'
    expect((await compare(rep, rows)).rows.flatMap(({ cells }) => cells.map(({ field }) => field))).not.toContain(
      'phone',
    )
  })

  it('makes new customers of new rows, offers copies as such, and leaves deleted rows alone', async () => {
    const [first] = [await make(), await make({ name: '乙' }), await make({ name: '丙' })]
    const rows = await taken()
    const copy = [...rows[1]!]
    copy[at.name] = '苏州德力分公司'
    const fresh: SheetCell[] = [
      '全新公司',
      '重点',
      '13700137000',
      null,
      null,
      '新',
      '周敏',
      '江苏省 苏州市',
      null,
      null,
      null,
    ]
    const there: SheetCell[] = ['乙', null, null, null, null, null, null, null, null, null, null]
    const found = await compare(rep, [rows[0]!, rows[1]!, rows[3]!, copy, fresh, there, [null, '重点']])
    expect(found).toMatchObject({ removed: 1, removedExactly: true, unchanged: 2 })
    expect(found.rows).toMatchObject([
      { kind: 'new', copied: true, exists: { code: 'duplicate' }, label: '苏州德力分公司' },
      { kind: 'new', copied: false, exists: null, label: '全新公司' },
      { kind: 'new', exists: { code: 'duplicate', params: { name: '乙', owner: '周敏' } }, label: '乙' },
      { kind: 'new', label: '', cells: [{ problem: 'noName' }] },
    ])
    const done = await take(rep, found, (row) => (row.label === '全新公司' ? everything(row) : []))
    expect(done).toMatchObject({ created: 1, updated: 0 })
    const { rows: all } = await rep.api.customers.list({ filter: { field: 'name', operator: 'is', value: '全新公司' } })
    expect(all).toMatchObject([{ level: 'key', phone: '13700137000', ownerId: rep.id, region: '3205', tags: ['新'] }])
    expect(await rep.api.customers.read({ id: first.id })).toMatchObject({ archivedAt: null })
    await rep.api.changeSets.undo({ id: done.changeSetId! })
    expect((await rep.api.customers.count({})).value).toBe(3)
    // a second one of a name that is there is made when it is chosen
    const again = await compare(rep, [rows[0]!, there])
    expect(await take(rep, again, everything)).toMatchObject({ created: 1, failed: [] })
  })

  it('says of each cell why it cannot be taken', async () => {
    const { id } = await make()
    const rows = await taken()
    Object.assign(rows[1]!, {
      [at.name]: null,
      [at.level]: '特级',
      [at.phone]: '打我电话',
      [at.annualRevenue]: '很多',
      [at.foundedOn]: '去年',
      [at.ownerId]: '不认识',
      [at.region]: '火星',
      [at.lastFollowedAt]: '2026-01-01 10:00',
    })
    const found = await compare(rep, rows)
    expect(Object.fromEntries(found.rows[0]!.cells.map((cell) => [cell.field, cell.problem]))).toEqual({
      name: 'required',
      level: 'choice',
      phone: 'phone',
      annualRevenue: 'money',
      foundedOn: 'date',
      ownerId: 'owner',
      region: 'region',
      lastFollowedAt: 'fixed',
    })
    await expect(take(rep, found, () => ['level'])).rejects.toMatchObject({ code: 'invalid' })
    expect(await rep.api.customers.read({ id })).toMatchObject({ version: 1 })
  })

  it('knows keys that a program counted on by itself, archived records, and a file without keys', async () => {
    const { id } = await make()
    const rows = await taken()
    const key = String(rows[1]![at.key])
    const broken = [...rows[1]!]
    broken[at.key] = key.replace(/^\d+/u, '77')
    expect(await compare(rep, [rows[0]!, broken])).toMatchObject({ broken: [2], rows: [] })
    await rep.api.customers.archive({ id, version: 1 })
    rows[1]![at.level] = '普通'
    expect(await compare(rep, rows)).toMatchObject({ gone: [2], rows: [] })
    await expect(
      compare(
        rep,
        rows.map((row) => row.slice(0, -1)),
      ),
    ).rejects.toThrow('rule:editsNoKeys')
  })
})
