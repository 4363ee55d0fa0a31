import { expect, it } from 'vitest'
import type { Db } from '@main/database/open'
import { rebuildSearchIndex } from '@main/search/searchIndex'
import { companyName, followUpText, mobile, personName } from '../../bench/office'
import { diceOf } from '../../bench/dice'
import { openTestApp } from '../../support/app'

/** Every piece in the index with the record it leads to. */
function contentOf(db: Db): string[] {
  const kinds = { customers: 'customers_search', contacts: 'contacts_search', followUps: 'follow_ups_search' }
  return Object.entries(kinds).flatMap(([kind, table]) => {
    db.exec(`CREATE VIRTUAL TABLE temp.pieces USING fts5vocab(main, ${table}, instance)`)
    const place = kind === 'customers' ? '(SELECT record_id FROM customers_search_order WHERE place = doc)' : 'doc'
    const rows = db.prepare<[], { piece: string }>(`SELECT term || ' ' || ${place} piece FROM temp.pieces`).all()
    db.exec('DROP TABLE temp.pieces')
    return rows.map(({ piece }) => `${kind} ${piece}`).sort()
  })
}

it.each([1, 2, 3])(
  'after any writes and undos the index is what a rebuild makes of the records (seed %i)',
  async (seed) => {
    const app = openTestApp()
    const { api } = app.owner
    const dice = diceOf(seed)
    const made: { room: 'customers' | 'contacts' | 'followUps'; id: number; customerId: number }[] = []
    const start = await api.customers.create({ name: companyName(dice), phone: mobile(dice) })
    made.push({ room: 'customers', id: start.id, customerId: start.id })
    const newText = {
      customers: () => ({ name: companyName(dice) }),
      contacts: () => ({ name: personName(dice) }),
      followUps: () => ({ content: followUpText(dice) }),
    }

    const create = async (): Promise<void> => {
      const room = dice.of(['customers', 'contacts', 'followUps'] as const)
      const { customerId } = dice.of(made)
      const input =
        room === 'customers'
          ? newText.customers()
          : { customerId, ...(room === 'followUps' ? { way: 'call' } : {}), ...newText[room]() }
      const row = (await app.owner.raw(`${room}.create`, input)) as { id: number }
      made.push({ room, id: row.id, customerId: room === 'customers' ? row.id : customerId })
    }
    const change = async (): Promise<void> => {
      const { room, id } = dice.of(made)
      const { version } = await api[room].read({ id })
      const changes = dice.part() < 0.7 ? newText[room]() : room === 'customers' ? { level: 'key' } : {}
      await app.owner.raw(`${room}.update`, { id, version, changes })
    }
    const archive = async (): Promise<void> => {
      const { room, id } = dice.of(made)
      const { version } = await api[room].read({ id })
      const gone = await api[room].archive({ id, version })
      if (dice.part() < 0.5) await api[room].restore({ id, version: gone.version })
    }
    const undo = async (): Promise<void> => {
      const id = app.owner.lastChangeSet()
      if (id !== null) await api.changeSets.undo({ id })
    }
    for (let i = 0; i < 120; i++) {
      // what is archived cannot be read or changed, and some undos have nothing to do: refused, and nothing happens
      await dice
        .of([create, create, change, change, archive, undo])()
        .catch((error: { code?: string }) => expect(error.code).toMatch(/notFound|rule|invalid/))
      app.clock.pass(1000)
    }
    const kept = contentOf(app.host.db)
    rebuildSearchIndex(app.host.db)
    expect(kept.length).toBeGreaterThan(100)
    expect(kept).toEqual(contentOf(app.host.db))
    await app.close()
  },
)

it('a write that is refused leaves the index alone', async () => {
  const app = openTestApp()
  const { id } = await app.owner.api.customers.create({ name: '苏州德力' })
  const before = contentOf(app.host.db)
  await expect(app.owner.api.customers.update({ id, version: 7, changes: { name: '无锡' } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(
    app.owner.raw('customers.update', { id, version: 1, changes: { ownerId: 999, name: '无锡' } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect(contentOf(app.host.db)).toEqual(before)
  await app.close()
})

it('stays in few pieces though each write merges a few pages only', async () => {
  const app = openTestApp()
  const dice = diceOf(5)
  for (let i = 0; i < 150; i++) await app.owner.api.customers.create({ name: `${companyName(dice)}${i}` })
  const pieces = app.host.db.prepare('SELECT count(DISTINCT segid) FROM customers_search_idx').pluck().get()
  expect(pieces).toBeLessThan(24)
  // FTS5 by itself would do it in lumps that somebody waits for
  for (const table of ['customers', 'contacts', 'follow_ups']) {
    const of = app.host.db.prepare(`SELECT v FROM ${table}_search_config WHERE k = 'automerge'`).pluck()
    expect(of.get()).toBe(0)
  }
  await app.close()
})
