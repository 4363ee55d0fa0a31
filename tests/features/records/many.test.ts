import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person()
})
afterEach(() => app.close())

const make = async (person: TestPerson, ...names: string[]) => {
  const made = []
  for (const name of names) made.push(await person.api.customers.create({ name }))
  return made.map(({ id, version }) => ({ id, version }))
}
const left = async (): Promise<string[]> =>
  (await app.owner.api.customers.list({ sort: [{ field: 'id', direction: 'asc' }] })).rows.map(({ name }) =>
    String(name),
  )

it('archives several customers in one change set, which one undo takes back', async () => {
  const records = await make(rep, '甲', '乙', '丙')
  expect(await rep.api.customers.archiveMany({ records: records.slice(0, 2) })).toEqual({ done: 2, failed: [] })
  expect(await left()).toEqual(['丙'])
  const { summary } = await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect(summary.records).toBe(2)
  expect(await left()).toEqual(['甲', '乙', '丙'])
})

it('leaves alone, and names, what is not theirs, changed since, or gone', async () => {
  const [mine, changed] = await make(rep, '甲', '乙')
  const [foreign] = await make(app.owner, '丙')
  await rep.api.customers.update({ ...changed!, changes: { level: 'key' } })
  const asked = { records: [foreign!, changed!, mine!, { id: 999, version: 1 }] }
  expect(await rep.api.customers.archiveMany(asked)).toEqual({
    done: 1,
    failed: [
      { id: foreign!.id, code: 'notFound' },
      { id: changed!.id, code: 'conflict' },
      { id: 999, code: 'notFound' },
    ],
  })
  expect(await left()).toEqual(['乙', '丙'])
})

it('fails as one record would when none can be archived, and writes nothing', async () => {
  const records = await make(app.owner, '甲', '乙')
  const before = app.host.db.prepare('SELECT count(*) n FROM change_sets').get()
  await expect(rep.api.customers.archiveMany({ records })).rejects.toMatchObject({ code: 'notFound' })
  expect(app.host.db.prepare('SELECT count(*) n FROM change_sets').get()).toEqual(before)
  const finance = app.person({ roles: ['finance'] })
  await expect(finance.api.customers.archiveMany({ records })).rejects.toMatchObject({ code: 'forbidden' })
})

it('takes several records out of the bin in one change set', async () => {
  const records = await make(rep, '甲', '乙', '丙')
  await rep.api.customers.archiveMany({ records })
  const binned = (await rep.api.recycleBin.list({})).rows.map(({ id, version }) => ({ id, version }))
  const stranger = app.person()
  const all = { entity: 'customers', records: binned }
  await expect(stranger.api.recycleBin.restoreMany(all)).rejects.toMatchObject({ code: 'notFound' })
  await expect(rep.api.recycleBin.restoreMany({ ...all, entity: 'people' })).rejects.toMatchObject({ code: 'notFound' })
  expect(await rep.api.recycleBin.restoreMany(all)).toEqual({ done: 3, failed: [] })
  expect(await left()).toEqual(['甲', '乙', '丙'])
  await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect(await left()).toEqual([])
})
