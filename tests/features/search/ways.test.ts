import { expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import { matchesOf } from '@main/search/candidates'
import { searchedKinds } from '@main/search/documents'
import { readQuery } from '@main/search/query'
import { rebuildSearchIndex } from '@main/search/searchIndex'
import { diceOf } from '../../bench/dice'
import { fillOffice } from '../../bench/office'
import { openTestApp } from '../../support/app'

const texts = (
  '上 海 a s 3 上海 有限公司 科技 德力 hx 华信 huaxin 苏州hx 北京 w wj 王建 wangjian zhang zhangwei lv 138 0000 8888 1381 163 163.com wx_ ' +
  '经理 采购 报价 定金 招标 老板 预算 下季度 服务器 备份软件 付款方式 30万 联系人 上门拜访 限公 司有 91 ma'
).split(' ')
const pairs = ['上海 科技', '王 经理', '招标 定金', '华信 021', '电话 138']

it('the index and the visible rows give the same answer, in the same order', async () => {
  const app = openTestApp()
  const { db, services } = app.host
  const people = fillOffice(db, { customers: 150, followUps: 700, people: 12, seed: 5 })
  rebuildSearchIndex(db)
  services.rights.forget()
  const dice = diceOf(9)
  const names = db.prepare<[], { name: string }>('SELECT name FROM customers UNION ALL SELECT name FROM contacts').all()
  const anything = (): string => {
    const { name } = dice.of(names)
    const from = dice.below(name.length)
    const parts = [name.slice(from, from + 1 + dice.below(3)), dice.letters(dice.below(4)), dice.digits(dice.below(2))]
    return parts.sort(() => dice.part() - 0.5).join(dice.of(['', '', ' ']))
  }
  const random = Array.from({ length: 40 }, anything)
  let compared = 0
  for (const { id, role } of people.filter(({ scope }) => scope !== 'all')) {
    const ctx = { db, services, rights: services.rights.of(id), user: { id }, now: app.clock.now } as Context
    for (const text of [...texts, ...pairs, ...random])
      for (const kind of Object.values(searchedKinds)) {
        const query = readQuery(text)!
        const limit = dice.of([3, 8, 20])
        const [few, visible, walked, kept] = (['few', 'visible', 'walk', 'kept'] as const).map((way) =>
          matchesOf(ctx, services.entities.get(kind.kind), kind, { query, limit, way }),
        )
        expect(visible, `${role} ${id}: ${kind.kind} ${text}`).toEqual(few)
        expect(walked, `${role} ${id}: ${kind.kind} ${text}`).toEqual(few)
        expect(kept, `${role} ${id}: ${kind.kind} ${text}`).toEqual(few)
        compared += few!.matches.length
      }
  }
  expect(compared).toBeGreaterThan(300)
  await app.close()
})
