// Change sets as people look for them, and undo of a part of one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { importTable } from '../../support/importing'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person({ name: '周敏' })
})
afterEach(() => app.close())

describe('a part of a change set', () => {
  it('is undone by record and field; the set itself can still be undone', async () => {
    const { id } = await rep.api.customers.create({ name: '德力', level: 'low', industry: '机械' })
    await rep.api.customers.update({ id, version: 1, changes: { level: 'key', industry: '电子', phone: '1111111' } })
    const set = rep.lastChangeSet()!
    const part = { entity: 'customers', recordId: id, fields: ['level', 'phone'] }
    const { summary } = await rep.api.changeSets.undo({ id: set, only: [part] })
    expect(summary).toMatchObject({ records: 1, restored: 2, skipped: 0 })
    expect(await rep.api.customers.read({ id })).toMatchObject({ level: 'low', phone: null, industry: '电子' })
    const [, row] = (await rep.api.changeSets.list({})).rows
    expect(row).toMatchObject({ id: set, undoneById: null })
    await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
    expect(await rep.api.customers.read({ id })).toMatchObject({ level: 'key', phone: '1111111' })
    await rep.api.changeSets.undo({ id: set })
    expect(await rep.api.customers.read({ id })).toMatchObject({ level: 'low', phone: null, industry: '机械' })
  })

  it('of a large import takes back the records chosen, with what hangs on them', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => `新客户${i},联系人${i}`)
    const result = await importTable(rep, ['客户名称,联系人', ...lines].join('\n'))
    const { items } = await rep.api.changeSets.preview({ id: result.changeSetId! })
    const customer = items.find(({ label }) => label === '新客户149')!
    const whole = { entity: 'customers', recordId: customer.recordId, fields: ['record'] }
    await expect(rep.api.changeSets.undo({ id: result.changeSetId! })).rejects.toThrow('tooLarge')
    const { summary } = await rep.api.changeSets.undo({ id: result.changeSetId!, only: [whole] })
    expect(summary).toMatchObject({ records: 1, restored: 1, skipped: 0 })
    // its contact goes out of sight with it
    expect((await rep.api.contacts.count({})).value).toBe(149)
    expect((await rep.api.customers.count({})).value).toBe(149)
  })

  it('reaches no record that the set did not touch, and none that one may not change', async () => {
    const [mine, other] = [
      await rep.api.customers.create({ name: '甲' }),
      await rep.api.customers.create({ name: '乙' }),
    ]
    await rep.api.customers.update({ id: mine.id, version: 1, changes: { level: 'key' } })
    const set = rep.lastChangeSet()!
    const foreign = [{ entity: 'customers', recordId: other.id, fields: ['record', 'name', 'level'] }]
    await expect(rep.api.changeSets.undo({ id: set, only: foreign })).rejects.toThrow('nothingToUndo')
    const unknown = [{ entity: 'sqlite_master', recordId: 1, fields: ['record'] }]
    await expect(rep.api.changeSets.undo({ id: set, only: unknown })).rejects.toThrow('nothingToUndo')
    const own = [{ entity: 'customers', recordId: mine.id, fields: ['level'] }]
    const stranger = app.person()
    await expect(stranger.api.changeSets.undo({ id: set, only: own })).rejects.toMatchObject({ code: 'notFound' })
    await expect(rep.api.changeSets.undo({ id: set, only: [] })).rejects.toMatchObject({ code: 'invalid' })
    expect(await rep.api.customers.read({ id: mine.id })).toMatchObject({ level: 'key' })
  })
})

describe('the list', () => {
  it('is filtered by what was done, to what, by whom and when', async () => {
    const { id } = await rep.api.customers.create({ name: '德力' })
    await rep.api.customers.update({ id, version: 1, changes: { level: 'key' } })
    await rep.api.followUps.create({ customerId: id, way: 'call', content: '谈了' })
    app.clock.pass(2 * 86_400_000)
    await app.owner.api.customers.archiveMany({
      records: [{ id, version: (await rep.api.customers.read({ id })).version }],
    })
    const paths = async (asked: Parameters<TestPerson['api']['changeSets']['list']>[0]) =>
      (await app.owner.api.changeSets.list(asked)).rows.map(({ path }) => path)
    expect(await paths({ kind: 'create' })).toEqual(['followUps.create', 'customers.create'])
    expect(await paths({ kind: 'update' })).toEqual(['customers.update'])
    expect(await paths({ kind: 'archive' })).toEqual(['customers.archiveMany'])
    expect(await paths({ kind: 'other' })).toEqual([])
    expect(await paths({ entity: 'followUps' })).toEqual(['followUps.create'])
    expect(await paths({ from: '2026-11-20' })).toEqual(['customers.archiveMany'])
    expect(await paths({ until: '2026-11-18', kind: 'create', entity: 'customers' })).toEqual(['customers.create'])
    expect(await paths({ personId: rep.id, kind: 'archive' })).toEqual([])
    await expect(paths({ from: '2026-11-20 OR 1' as string })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('names the first record of each set, but none that the viewer does not see', async () => {
    const role = app.role({ 'customers.view': 'own', 'changeSets.view': 'all' })
    const viewer = app.person({ roleIds: [role] })
    await rep.api.customers.create({ name: '德力' })
    await app.owner.api.customers.create({ name: '给他的', ownerId: viewer.id })
    expect((await app.owner.api.changeSets.list({})).rows.map(({ about }) => about)).toEqual(['给他的', '德力'])
    expect((await viewer.api.changeSets.list({})).rows.map(({ about }) => about)).toEqual(['给他的', ''])
  })
})
