// Forced sharing shows what people below have; whoever may look at changes sees theirs too, wherever they sit.
import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app'

test('a manager by department sees changes of people below elsewhere, but undoes only within the right', async () => {
  const app = openTestApp()
  const [here, there] = [app.department(), app.department()]
  const role = app.role({
    'customers.view': 'department',
    'changeSets.view': 'department',
    'changeSets.undo': 'department',
  })
  const head = app.person({ roleIds: [role], departmentId: here })
  const below = app.person({ departmentId: there, superiorId: head.id })
  const colleague = app.person({ departmentId: here })
  const stranger = app.person({ departmentId: there })
  const blind = app.person({ roleIds: [app.role({ 'customers.view': 'department' })], departmentId: here })
  const under = app.person({ departmentId: there, superiorId: blind.id })
  const sets = new Map<number, number>()
  for (const who of [below, colleague, stranger, under]) {
    await who.api.customers.create({ name: `客户${who.id}` })
    sets.set(who.id, who.lastChangeSet()!)
  }
  const seen = (await head.api.changeSets.list({})).rows.map(({ personId }) => personId)
  expect(seen).toEqual([colleague.id, below.id])
  expect(await head.api.changeSets.preview({ id: sets.get(below.id)! })).toMatchObject({
    items: [{ label: `客户${below.id}` }],
  })
  for (const id of [sets.get(stranger.id)!, sets.get(under.id)!])
    await expect(head.api.changeSets.preview({ id })).rejects.toMatchObject({ code: 'notFound' })
  await expect(head.api.changeSets.undo({ id: sets.get(below.id)! })).rejects.toMatchObject({ code: 'notFound' })
  // without the right to look at changes, nothing of people below either
  await expect(blind.api.changeSets.list({})).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})
