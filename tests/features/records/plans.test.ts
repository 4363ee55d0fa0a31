import { expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import { list } from '@main/records/list'
import type { Plan } from '@main/records/plans'
import { rebuildSearchIndex } from '@main/search/searchIndex'
import type { Filter } from '@shared/api/filters'
import type { ListInput } from '@shared/api/paging'
import { diceOf } from '../../bench/dice'
import { fillOffice } from '../../bench/office'
import { openTestApp } from '../../support/app'

const filters: Record<string, (Filter | undefined)[]> = {
  customers: [
    undefined,
    { field: 'level', operator: 'is', value: 'key' },
    {
      and: [
        { field: 'type', operator: 'in', value: ['won', 'loyal', 'lost'] },
        { field: 'source', operator: 'notEmpty' },
      ],
    },
    {
      or: [
        { field: 'tags', operator: 'notEmpty' },
        { field: 'ownerId', operator: 'is', value: 'me' },
      ],
    },
    { field: 'lastFollowedAt', operator: 'olderThanDays', value: 60 },
    { field: 'name', operator: 'contains', value: '科技' },
  ],
  contacts: [
    undefined,
    { field: 'post', operator: 'in', value: ['会计', '老板', '工程师'] },
    { field: 'isPrimary', operator: 'is', value: true },
  ],
  followUps: [
    undefined,
    { field: 'way', operator: 'isNot', value: 'call' },
    { field: 'followedAt', operator: 'withinDays', value: 365 },
  ],
}
const sorts: Record<string, string[]> = {
  customers: ['updatedAt', 'name', 'lastFollowedAt', 'nextFollowAt', 'level', 'shortName', 'starred'],
  contacts: ['updatedAt', 'name', 'mail'],
  followUps: ['followedAt', 'nextAt', 'way'],
}
const words = [undefined, undefined, '上海', '科技', '王', '报价', '138', 'wj', '定金', '经理', 'hx']

it('every plan gives the same rows, pages and counts, to whoever asks', async () => {
  const app = openTestApp()
  const { db, services } = app.host
  const people = fillOffice(db, { customers: 250, followUps: 1000, people: 14, seed: 3 })
  rebuildSearchIndex(db)
  db.exec(
    'UPDATE customers SET archived_at = 1 WHERE id % 17 = 0; UPDATE contacts SET archived_at = 1 WHERE id % 19 = 0',
  )
  db.exec('UPDATE customers SET owner_id = NULL WHERE id % 23 = 0')
  services.rights.forget()
  const dice = diceOf(4)
  let rows = 0
  for (let round = 0; round < 250; round++) {
    const { id, role } = dice.of(people)
    const ctx = { db, services, rights: services.rights.of(id), user: { id }, now: app.clock.now } as Context
    const room = dice.of(['customers', 'contacts', 'followUps'])
    const directions = (): 'asc' | 'desc' => dice.of(['asc', 'desc'])
    const sort = [{ field: dice.of(sorts[room]!), direction: directions() }]
    if (dice.part() < 0.2) sort.push({ field: 'createdAt', direction: directions() })
    const input: ListInput = {
      sort,
      limit: dice.of([3, 10, 60]),
      filter: dice.of(filters[room]!),
      search: dice.of(words),
    }
    if (dice.part() < 0.2) input.offset = dice.below(40)
    const pages = (plan: Plan) => {
      const all = []
      for (let after: string | null | undefined; after !== null && all.length < 4;) {
        const page = list(ctx, services.entities.get(room), after ? { ...input, after } : input, plan)
        all.push({ ids: page.rows.map((row) => row.id), count: page.count })
        after = page.next
      }
      return all
    }
    const walked = pages('walk')
    for (const plan of ['sight', 'words'] as const)
      expect(pages(plan), `${role} ${plan} ${room} ${JSON.stringify(input)}`).toEqual(walked)
    rows += walked.reduce((sum, page) => sum + page.ids.length, 0)
  }
  expect(rows).toBeGreaterThan(1500)
  await app.close()
})
