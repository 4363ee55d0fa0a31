import { expect, it } from 'vitest'
import type { Filter } from '@shared/api/filters'
import { isPeriod, type Period, rangeOf } from '@shared/api/periods'
import { dayOf } from '@shared/dates'
import { openTestApp } from '../../support/app'

// a Sunday, the last day of its week
const now = new Date(2026, 10, 22, 15, 30).getTime()
const named = (period: Period): string => rangeOf(period, now).map(dayOf).join(' – ')

it('stretches of time begin and end where people say they do', () => {
  expect(named('today')).toBe('2026-11-22 – 2026-11-23')
  expect(named('yesterday')).toBe('2026-11-21 – 2026-11-22')
  expect(named('thisWeek')).toBe('2026-11-16 – 2026-11-23')
  expect(named('lastWeek')).toBe('2026-11-09 – 2026-11-16')
  expect(named('nextMonth')).toBe('2026-12-01 – 2027-01-01')
  expect(named('thisQuarter')).toBe('2026-10-01 – 2027-01-01')
  expect(named('lastQuarter')).toBe('2026-07-01 – 2026-10-01')
  expect(named('nextYear')).toBe('2027-01-01 – 2028-01-01')
  expect(isPeriod('someday')).toBe(false)
})

it('groups, people, stretches of time and own fields filter as they read', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const boss = app.person({ name: '主管' })
  const rep = app.person({ superiorId: boss.id, roles: ['rep'] })
  const add = async (label: string, field: Parameters<typeof api.customFields.create>[0]['field']) =>
    (await api.customFields.create({ entity: 'customers', label, field })).key
  const since = await add('合作起始', { kind: 'date' })
  const listed = await add('上市', { kind: 'yesNo' })
  const uses = await add('用途', { kind: 'choices', options: ['a', 'b'], optionLabels: { a: '自用', b: '出租' } })
  await api.customers.create({
    name: '甲',
    ownerId: rep.id,
    level: 'key',
    custom: { [since]: '2026-11-18', [listed]: true, [uses]: ['a', 'b'] },
  })
  await api.customers.create({ name: '乙', ownerId: boss.id, custom: { [since]: '2026-10-31', [uses]: ['b'] } })
  await api.customers.create({ name: '丙', level: 'low', custom: { [listed]: false, [uses]: [] } })
  const found = async (filter: Filter, who = app.owner) =>
    (await who.api.customers.list({ filter, sort: [{ field: 'id', direction: 'asc' }] })).rows.map(({ name }) => name)
  const by = (key: string, operator: 'is' | 'in' | 'empty' | 'notEmpty' | 'during', value?: unknown): Filter =>
    ({ field: `custom.${key}`, operator, ...(value === undefined ? {} : { value }) }) as Filter
  expect(await found(by(since, 'during', 'thisMonth'))).toEqual(['甲'])
  expect(await found(by(since, 'during', 'thisQuarter'))).toEqual(['甲', '乙'])
  expect(await found({ field: 'createdAt', operator: 'during', value: 'today' })).toHaveLength(3)
  expect(await found(by(listed, 'is', true))).toEqual(['甲'])
  // what was never said is a no
  expect(await found(by(listed, 'is', false))).toEqual(['乙', '丙'])
  expect(await found(by(uses, 'in', ['a', 'b']))).toEqual(['甲', '乙'])
  expect(await found(by(uses, 'empty'))).toEqual(['丙'])
  const either: Filter = { or: [by(uses, 'empty'), { and: [{ field: 'level', operator: 'in', value: ['key'] }] }] }
  expect(await found(either)).toEqual(['甲', '丙'])
  expect(await found({ field: 'ownerId', operator: 'in', value: ['myPeople'] }, boss)).toEqual(['甲'])
  for (const value of ['someday', 5])
    await expect(api.customers.list({ filter: by(since, 'during', value) })).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    api.customers.list({ filter: { field: 'name', operator: 'during', value: 'today' } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await app.close()
})
