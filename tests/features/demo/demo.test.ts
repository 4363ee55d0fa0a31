import { expect, it } from 'vitest'
import { demoHistory } from '@main/features/demo/history'
import { openTestApp, type TestApp } from '../../support/app'

async function fillDemo(app: TestApp) {
  const { jobId } = await app.owner.api.demo.fill({})
  for (;;) {
    const job = await app.owner.api.jobs.read({ id: jobId })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it('the sample company has twenty people and two years of work, made through the api', async () => {
  const app = openTestApp()
  const job = await fillDemo(app)
  expect(job).toMatchObject({ state: 'done', result: { people: 20, customers: 200 } })
  expect(job.result?.['followUps']).toBeGreaterThan(1500)
  const { people } = await app.owner.api.organization.directory({})
  const left = people.filter((person) => !person.active).map((person) => person.name)
  expect(left).toEqual(['丁伟', '郭玲'])
  const { count } = await app.owner.api.customers.list({
    filter: { field: 'ownerId', operator: 'in', value: people.filter((p) => !p.active).map((p) => p.id) },
  })
  expect(count.value).toBe(0)
  await expect(app.owner.api.demo.fill({})).rejects.toMatchObject({ details: { code: 'officeNotEmpty' } })
  await app.close()
}, 60_000)

it('the sample company shows the whole desk: own fields, ties, tasks, coaching, a pool, doubles, lists', async () => {
  const app = openTestApp()
  await fillDemo(app)
  const { api } = app.owner
  for (let i = 0; i < 200; i++) {
    const { rows } = await api.jobs.list({})
    if (rows.every(({ state }) => state !== 'running')) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect((await api.customFields.list({})).fields).toHaveLength(4)
  expect((await api.pool.list({})).rows).toHaveLength(9)
  expect((await api.tasks.list({})).rows.length).toBeGreaterThan(8)
  expect((await api.duplicates.list({})).rows.length).toBeGreaterThanOrEqual(3)
  expect((await api.periodicLists.list({})).rows).toHaveLength(1)
  const [tiered] = (await api.customers.list({ limit: 1 })).rows
  expect(tiered?.valueTier).toMatch(/^[abcd]$/)
  await app.close()
}, 90_000)

it('nobody writes for a customer before it is theirs or after it was handed over, whatever the day', () => {
  for (let day = 0; day < 40; day++) {
    const owners = new Map<number, string>()
    for (const deed of demoHistory(new Date(2026, 9, 1 + day, (day * 7) % 24, 11).getTime())) {
      if (deed.kind === 'customer') owners.set(deed.index, deed.by)
      else expect(deed.by).toBe(owners.get(deed.index))
      if (deed.kind === 'handover') owners.set(deed.index, deed.to)
    }
  }
})

it('the same day gives the same history, oldest first, nothing in the future', () => {
  const now = new Date(2026, 10, 18).getTime()
  const deeds = demoHistory(now)
  expect(demoHistory(now)).toEqual(deeds)
  expect(deeds.every((deed, i) => deed.at < now && deed.at >= (deeds[i - 1]?.at ?? 0))).toBe(true)
  expect(now - (deeds[0]?.at ?? now)).toBeGreaterThan(600 * 86_400_000)
})
