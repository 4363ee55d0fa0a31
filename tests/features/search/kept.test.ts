import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import { openDatabase } from '@main/database/open'
import { matchesOf } from '@main/search/candidates'
import { searchedKinds } from '@main/search/documents'
import { keptTexts } from '@main/search/keptTexts'
import { readQuery } from '@main/search/query'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let folder: string
let app: TestApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-kept-'))
  app = openTestApp({ file: join(folder, 'zhike.db') })
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Gathers the texts in sight, as the common words of a large office do. */
function gather({ id }: TestPerson): void {
  const { db, services } = app.host
  const ctx = { db, services, rights: services.rights.of(id), user: { id }, now: app.clock.now } as Context
  for (const kind of Object.values(searchedKinds)) {
    matchesOf(ctx, services.entities.get(kind.kind), kind, { query: readQuery('x')!, limit: 1, way: 'kept' })
    expect(
      keptTexts({ ctx, entity: services.entities.get(kind.kind), kind, seen: kind.fields.map(() => true) }),
      kind.kind,
    ).not.toBeNull()
  }
}

/** What is found, and the same again out of what was gathered then. */
async function names(person: TestPerson, text: string): Promise<string[]> {
  const find = async () => (await person.api.search.find({ text })).hits.map(({ title }) => title)
  const found = await find()
  gather(person)
  expect(await find()).toEqual(found)
  return found
}

it('the texts that are kept between two letters are forgotten by any write, whoever makes it', async () => {
  const rep = app.person()
  const other = app.person()
  const mine = await rep.api.customers.create({ name: '苏州德力' })
  const theirs = await other.api.customers.create({ name: '苏州恒通' })
  expect(await names(rep, '苏')).toEqual(['苏州德力'])
  const until = { personId: rep.id, level: 'read' as const, untilOn: '2026-11-18' }
  await other.api.sharing.set({ customerId: theirs.id, version: 1, shares: [until] })
  expect(await names(rep, '苏')).toEqual(['苏州恒通', '苏州德力'])
  // a share ends with its day, and nobody writes then
  app.clock.pass(86_400_000)
  expect(await names(rep, '苏')).toEqual(['苏州德力'])
  const renamed = await app.owner.api.customers.update({ id: mine.id, version: 1, changes: { name: '无锡德力' } })
  expect(await names(rep, '苏')).toEqual([])
  expect(await names(rep, '德力')).toEqual(['无锡德力'])
  const gone = await app.owner.api.customers.archive({ id: mine.id, version: renamed.version })
  expect(await names(rep, '德力')).toEqual([])
  await app.owner.api.customers.restore({ id: mine.id, version: gone.version })
  expect(await names(rep, '德力')).toEqual(['无锡德力'])
  const file = openDatabase(app.host.db.name)
  file.prepare('UPDATE customers SET owner_id = ? WHERE id = ?').run(other.id, mine.id)
  file.close()
  expect(await names(rep, '德力')).toEqual([])
})

it('a field that is hidden from now on finds nothing any more', async () => {
  const role = app.role({
    'customers.view': 'own',
    'customers.create': 'own',
    'contacts.view': 'own',
    'followUps.view': 'own',
  })
  const rep = app.person({ roleIds: [role] })
  await rep.api.customers.create({ name: '苏州德力', phone: '0512-62880000' })
  expect(await names(rep, '6288')).toEqual(['苏州德力'])
  const { version } = (await app.owner.api.roles.list({})).rows.find(({ id }) => id === role)!
  await app.owner.api.roles.update({ id: role, version, changes: { fieldRights: { customers: { phone: 'hidden' } } } })
  expect((await rep.api.search.find({ text: '6288' })).hits).toEqual([])
})
