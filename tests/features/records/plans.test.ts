import { expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import { list } from '@main/records/list'
import type { Plan } from '@main/records/plans'
import { rebuildSearchIndex } from '@main/search/searchIndex'
import type { Filter } from '@shared/api/filters'
import type { ListInput } from '@shared/api/paging'
import type { DefinitionBody } from '@shared/fields/definition'
import { diceOf } from '../../bench/dice'
import { fillOffice } from '../../bench/office'
import { openTestApp, type TestApp } from '../../support/app'

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

/** Two fields of the office's own, filled here and there; the filters and sorts name them by the key they got. */
async function ownFields({ owner, host: { db } }: TestApp): Promise<void> {
  const optionLabels = { a: '甲', b: '乙', c: '丙' }
  const add = (label: string, field: DefinitionBody) =>
    owner.api.customFields.create({ entity: 'customers', label, field })
  const grade = await add('等级', { kind: 'choice', options: ['a', 'b', 'c'], optionLabels })
  const amount = await add('额度', { kind: 'number' })
  db.exec(`UPDATE customers SET custom = json_object('${grade.key}', substr('abc', 1 + id % 3, 1)) WHERE id % 5 > 0`)
  db.exec(`UPDATE customers SET custom = json_set(custom, '$.${amount.key}', id % 40) WHERE id % 3 > 0`)
  const [custom, number] = [`custom.${grade.key}`, `custom.${amount.key}`]
  filters['customers']!.push(
    { field: custom, operator: 'in', value: ['b'] },
    { field: custom, operator: 'notIn', value: ['b'] },
    {
      and: [
        { field: number, operator: 'between', value: [5, 9] },
        { field: custom, operator: 'notEmpty' },
      ],
    },
    {
      or: [
        { field: number, operator: 'atLeast', value: 30 },
        { field: custom, operator: 'empty' },
      ],
    },
  )
  sorts['customers']!.push(custom, number)
}

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
  await ownFields(app)
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
    for (const plan of ['sight', 'words', 'filter'] as const)
      expect(pages(plan), `${role} ${plan} ${room} ${JSON.stringify(input)}`).toEqual(walked)
    rows += walked.reduce((sum, page) => sum + page.ids.length, 0)
  }
  expect(rows).toBeGreaterThan(1500)
  await app.close()
})
