// Short brands that are only nearly the same say nothing by themselves; the same person or door beside them does.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doorOf } from '@main/duplicates/secondSigns'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { finished } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const make = async (name: string, person: string, address?: string): Promise<void> => {
  const { id } = await app.owner.api.customers.create({ name, ...(address ? { address } : {}) })
  await app.owner.api.contacts.create({ name: person, customerId: id })
}
const pairs = async (who: TestPerson = app.owner) => {
  await finished(app.owner, (await app.owner.api.duplicates.scan({})).jobId)
  return (await who.api.duplicates.list({})).rows.map(({ reasons }) => reasons)
}

it('the same person at both makes a pair of them', async () => {
  await make('苏州德力信息技术有限公司', '王建国')
  await make('苏州德丰信息技术有限公司', '王建国')
  expect(await pairs()).toEqual([['perhapsNear', 'contactName']])
})

it('so does the same door, however the rest of the address is written', async () => {
  await make('苏州德力信息技术有限公司', '王建国', '江苏省苏州市吴中区越溪街道苏街8号3楼')
  await make('苏州德丰信息技术有限公司', '李敏', '苏街 8 号')
  expect(await pairs()).toEqual([['perhapsNear', 'address']])
})

it('neither, a mere title, or another name altogether makes none', async () => {
  await make('苏州德力信息技术有限公司', '王经理')
  await make('苏州德丰信息技术有限公司', '王经理')
  await make('苏州宏图信息技术有限公司', '李敏', '苏街8号')
  await make('苏州金枫机械有限公司', '李敏', '苏街8号')
  expect(await pairs()).toEqual([])
})

it('who does not see contacts is not told of what only they say', async () => {
  await make('苏州德力信息技术有限公司', '王建国')
  await make('苏州德丰信息技术有限公司', '王建国')
  const blind = app.person({
    roleIds: [app.role({ 'customers.view': 'all', 'duplicates.view': 'all', 'duplicates.merge': 'all' })],
  })
  expect(await pairs(blind)).toEqual([])
})

it.each([
  ['江苏省苏州市吴中区越溪街道苏街8号', '苏街8'],
  ['中山东路008号金融大厦', '中山东路8'],
  ['张江高科技园区', ''],
])('%s: the door is %s', (address, door) => expect(doorOf(address)).toBe(door))
