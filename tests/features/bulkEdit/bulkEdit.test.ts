import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BulkResult } from '@shared/features/bulkEdit/endpoints'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let manager: TestPerson
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  const departmentId = app.department()
  manager = app.person({ roles: ['manager'], departmentId })
  rep = app.person({ departmentId, superiorId: manager.id })
})
afterEach(() => app.close())

const make = async (who: TestPerson, n: number, more: object = {}): Promise<number[]> => {
  const ids = []
  for (let i = 0; i < n; i++)
    ids.push((await who.api.customers.create({ name: `客户${i}`, despiteDuplicates: true, ...more })).id)
  return ids
}
const levels = async (ids: number[]) =>
  Promise.all(ids.map(async (id) => (await app.owner.api.customers.read({ id })).level))

it('changes all that were ticked in one change set, which one undo takes back', async () => {
  const ids = await make(rep, 3)
  const result = await manager.api.bulkEdit.run({
    list: 'customers',
    which: { ids },
    action: { kind: 'set', changes: { level: 'key' } },
  })
  expect(result).toMatchObject({ done: 3, unchanged: 0, refused: 0 })
  expect(await levels(ids)).toEqual(['key', 'key', 'key'])
  await manager.api.changeSets.undo({ id: result.changeSetId ?? 0 })
  expect(await levels(ids)).toEqual(['normal', 'normal', 'normal'])
})

it('a preview tells how many, which would be refused and why, and writes nothing', async () => {
  const mine = await make(rep, 2)
  const [same] = await make(rep, 1, { level: 'key' })
  const stranger = app.person()
  const [foreign] = await make(stranger, 1)
  await stranger.api.sharing.set({
    customerId: foreign!,
    version: 1,
    shares: [{ personId: manager.id, level: 'read', untilOn: null }],
  })
  const before = app.host.db.prepare('SELECT count(*) n FROM change_sets').get()
  const preview = await manager.api.bulkEdit.preview({
    list: 'customers',
    which: { ids: [...mine, same!, foreign!, 999] },
    action: { kind: 'set', changes: { level: 'key' } },
  })
  expect(preview).toEqual({
    total: 4,
    outOfReach: 1,
    tried: 4,
    unchanged: 1,
    refused: 1,
    refusals: [{ id: foreign, label: '客户0', code: 'readOnlyRecord', field: null }],
  })
  expect(app.host.db.prepare('SELECT count(*) n FROM change_sets').get()).toEqual(before)
  expect(await levels(mine)).toEqual(['normal', 'normal'])
})

it('works on the whole of a filter, own fields too, and tags are added and taken away', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'customers',
    label: '等级',
    field: { kind: 'choice', options: ['a', 'b'], optionLabels: { a: '甲', b: '乙' } },
  })
  const ids = await make(rep, 3, { tags: ['旧', '留'], custom: { [key]: 'a' } })
  const others = await make(rep, 1, { tags: ['旧'], custom: { [key]: 'b' } })
  const which = { filter: { field: `custom.${key}`, operator: 'is' as const, value: 'a' } }
  await manager.api.bulkEdit.run({ list: 'customers', which, action: { kind: 'tags', add: ['新'], remove: ['旧'] } })
  const tags = async (all: number[]) =>
    Promise.all(all.map(async (id) => (await app.owner.api.customers.read({ id })).tags))
  expect(await tags([...ids, ...others])).toEqual([['留', '新'], ['留', '新'], ['留', '新'], ['旧']])
  await manager.api.bulkEdit.run({
    list: 'customers',
    which,
    action: { kind: 'set', changes: { custom: { [key]: 'b' } } },
  })
  expect((await app.owner.api.customers.count(which)).value).toBe(0)
})

it('archives, and gives to others whom one may give to', async () => {
  const ids = await make(rep, 3)
  const other = app.person()
  const give = (ownerId: number) =>
    manager.api.bulkEdit.run({ list: 'customers', which: { ids }, action: { kind: 'set', changes: { ownerId } } })
  await expect(give(other.id)).rejects.toMatchObject({ details: { code: 'nothingToChange' } })
  await give(manager.id)
  await manager.api.bulkEdit.run({ list: 'customers', which: { ids: ids.slice(0, 2) }, action: { kind: 'archive' } })
  expect((await app.owner.api.customers.list({})).rows.map(({ id }) => id)).toEqual(ids.slice(2))
})

it('needs the right for bulk edits beside that for the change, and values that fit', async () => {
  const ids = await make(rep, 1)
  const set = (who: TestPerson, changes: Record<string, unknown>) =>
    who.api.bulkEdit.run({ list: 'customers', which: { ids }, action: { kind: 'set', changes } })
  await expect(set(rep, { level: 'key' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(set(manager, { level: 'huge' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(set(manager, { createdAt: 1 })).rejects.toMatchObject({
    details: { fields: { createdAt: 'unknownField' } },
  })
  await expect(set(manager, {})).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    manager.api.bulkEdit.preview({
      list: 'contacts',
      which: { ids },
      action: { kind: 'tags', add: ['x'], remove: [] },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(app.nobody.raw('bulkEdit.chunk', { run: 'x', at: 0 })).rejects.toMatchObject({ code: 'signedOut' })
  await expect(manager.api.bulkEdit.chunk({ run: 'x', at: 0 })).rejects.toMatchObject({ code: 'notFound' })
})

it('what is hidden is neither filtered by nor changed', async () => {
  await make(rep, 1, { note: '秘密' })
  const grants = { 'customers.view': 'all', 'customers.update': 'all', 'customers.bulkEdit': 'all' } as const
  const half = app.person({ roleIds: [app.role(grants, { customers: { note: 'hidden' } })] })
  const filter = { field: 'note', operator: 'notEmpty' as const }
  await expect(
    half.api.bulkEdit.preview({
      list: 'customers',
      which: { filter },
      action: { kind: 'set', changes: { level: 'key' } },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  const preview = await half.api.bulkEdit.preview({
    list: 'customers',
    which: { filter: null },
    action: { kind: 'set', changes: { note: null } },
  })
  expect(preview.refusals).toEqual([{ id: 1, label: '客户0', code: 'notAllowed', field: 'note' }])
})

it('many go as a job, still one change set', async () => {
  const ids = await make(rep, 230)
  const asked = {
    list: 'customers' as const,
    which: { filter: null },
    action: { kind: 'set' as const, changes: { level: 'low' } },
  }
  await expect(manager.api.bulkEdit.run(asked)).rejects.toMatchObject({ details: { code: 'tooLarge' } })
  const { jobId } = await manager.api.bulkEdit.start(asked)
  let job = await manager.api.jobs.read({ id: jobId })
  while (job.endedAt === null) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = await manager.api.jobs.read({ id: jobId })
  }
  const result = job.result as BulkResult
  expect(result).toMatchObject({ done: ids.length, refused: 0 })
  const sets = app.host.db.prepare('SELECT DISTINCT change_set_id id FROM changes WHERE action = ?').all('update')
  expect(sets).toEqual([{ id: result.changeSetId }])
}, 30_000)
