import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

const body = {
  filter: null,
  sort: [{ field: 'name', direction: 'asc' as const }],
  columns: [{ field: 'name', width: 200, frozen: true }],
}

it('shows own views and those shared, of the list asked for', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const mine = await rep.api.views.create({ list: 'customers', name: '我的', ...body })
  await rep.api.views.create({ list: 'contacts', name: '别的', ...body })
  const shared = await rep.api.views.create({ list: 'customers', name: '大家', ...body, shared: true })
  expect((await rep.api.views.list({ list: 'customers' })).rows).toEqual([mine, shared])
  expect((await colleague.api.views.list({ list: 'customers' })).rows).toEqual([shared])
  await app.close()
})

it('is changed by its maker, and a shared one by whoever manages the office', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const mine = await rep.api.views.create({ list: 'customers', name: '我的', ...body })
  const shared = await rep.api.views.create({ list: 'customers', name: '大家', ...body, shared: true })
  await expect(colleague.api.views.update({ id: mine.id, name: '偷' })).rejects.toMatchObject({ code: 'notFound' })
  await expect(colleague.api.views.remove({ id: shared.id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(app.owner.api.views.remove({ id: mine.id })).rejects.toMatchObject({ code: 'notFound' })
  const filter = { field: 'level', operator: 'is' as const, value: 'key' }
  expect(await app.owner.api.views.update({ id: shared.id, name: '重点', filter })).toMatchObject({
    name: '重点',
    filter,
    sort: body.sort,
    personId: rep.id,
  })
  await rep.api.views.remove({ id: mine.id })
  expect((await rep.api.views.list({ list: 'customers' })).rows.map((row) => row.name)).toEqual(['重点'])
  await app.close()
})

it('is shown to those who have a role, and to people by name, without telling them to whom else', async () => {
  const app = openTestApp()
  const [maker, finance, named, other] = [app.person(), app.person({ roles: ['finance'] }), app.person(), app.person()]
  const role = (await app.owner.api.roles.list({})).rows.find((one) => one.builtIn === 'finance')?.id ?? 0
  const shown = { roleIds: [role], personIds: [named.id] }
  const view = await maker.api.views.create({ list: 'customers', name: '应收', ...body, ...shown })
  expect(view).toMatchObject(shown)
  const seen = async (who: typeof maker) => (await who.api.views.list({ list: 'customers' })).rows
  for (const who of [finance, named]) expect(await seen(who)).toEqual([{ ...view, roleIds: [], personIds: [] }])
  expect(await seen(other)).toEqual([])
  await expect(other.api.views.update({ id: view.id, name: '偷' })).rejects.toMatchObject({ code: 'notFound' })
  await expect(named.api.views.update({ id: view.id, name: '偷' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(maker.api.views.update({ id: view.id, personIds: [999] })).rejects.toMatchObject({
    details: { fields: { personIds: 'reference' } },
  })
  await maker.api.views.update({ id: view.id, personIds: [] })
  expect(await seen(named)).toEqual([])
  await app.close()
})
