import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

it('tells a birthday with the calendar it stood in, changed or not', async () => {
  const app = openTestApp()
  const { api } = app.person()
  const { id: customerId } = await api.customers.create({ name: '德力' })
  const { id } = await api.contacts.create({ customerId, name: '王建国', birthday: '1980-05-12' })
  const change = async (changes: object) =>
    api.contacts.update({ id, version: (await api.contacts.read({ id })).version, changes })
  await change({ birthday: '1980-04-08', birthdayCalendar: 'lunar' })
  await change({ birthday: '1980-04-09' })
  await change({ post: '总监' })
  await change({ birthdayLeapMonth: true })
  const { rows } = await api.contacts.history({ id })
  const said = rows.map(({ fields }) =>
    (['before', 'after'] as const).map((side) => {
      const { birthday, birthdayCalendar, birthdayLeapMonth } = fields
      return birthday && [birthday[side], birthdayCalendar?.[side], birthdayLeapMonth?.[side]].join(' ')
    }),
  )
  expect(said.slice(0, 4)).toEqual([
    ['1980-04-09 lunar false', '1980-04-09 lunar true'],
    [undefined, undefined],
    ['1980-04-08 lunar false', '1980-04-09 lunar false'],
    ['1980-05-12 solar false', '1980-04-08 lunar false'],
  ])
  expect(Object.keys(rows[1]!.fields)).toEqual(['post'])
  await app.close()
})

it('tells nothing of a calendar to whoever does not see the birthday', async () => {
  const app = openTestApp()
  const { id: customerId } = await app.owner.api.customers.create({ name: '德力' })
  const { id, version } = await app.owner.api.contacts.create({ customerId, name: '王建国', birthday: '1980-05-12' })
  await app.owner.api.contacts.update({ id, version, changes: { birthdayCalendar: 'lunar', post: '总监' } })
  const grants = { 'customers.view': 'all', 'contacts.view': 'all' } as const
  const { api } = app.person({ roleIds: [app.role(grants, { contacts: { birthday: 'hidden' } })] })
  expect(Object.keys((await api.contacts.history({ id })).rows[0]!.fields)).not.toContain('birthday')
  await app.close()
})

it('says of an undo that it is one, and of an undo of that that it is not', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const { id, version } = await api.customers.create({ name: '德力' })
  await api.customers.update({ id, version, changes: { shortName: '德' } })
  const undoNewest = async () => {
    const { changeSetId } = (await api.customers.history({ id })).rows[0]!
    await api.changeSets.undo({ id: changeSetId })
  }
  const ways = async () => (await api.customers.history({ id })).rows.map(({ way }) => way)
  expect(await ways()).toEqual(['done', 'done'])
  await undoNewest()
  expect(await ways()).toEqual(['undone', 'done', 'done'])
  await undoNewest()
  expect(await ways()).toEqual(['redone', 'undone', 'done', 'done'])
  await app.close()
})
