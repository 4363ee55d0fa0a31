// Short columns of a printed table are not broken while there is room.
import { expect, it } from 'vitest'
import { oneLineColumns } from '@shared/printing/oneLine'

const upright = { landscape: false, fontSize: 10, margin: 14 }
const name = ['客户名称', '无锡国信医疗器械股份有限公司']
const level = ['级别', '重点', '非优先']
const phone = ['电话', '0510-71284393']
const day = ['上次联系', '2026-07-24 14:15']
const words = ['内容', '回访：存储双活运行稳定，下半年分厂要照着做一套，价格还要再谈。'.repeat(2)]

it('dates, phones and levels stay whole, a long text wraps', () => {
  expect(oneLineColumns([level, phone, day, words], upright)).toEqual([true, true, true, false])
})

it('with more columns than the sheet has room for, the longer ones give way first', () => {
  const stays = oneLineColumns([level, phone, day, day, day, day, words, name], upright)
  expect(stays[0]).toBe(true)
  expect(stays.slice(2, 6)).toContain(false)
  expect(oneLineColumns([level, phone, day, day, day, day, words, name], { ...upright, landscape: true })).toEqual([
    ...Array<boolean>(6).fill(true),
    false,
    false,
  ])
})

it('a table of nothing but its head has no trouble', () => {
  expect(oneLineColumns([], upright)).toEqual([])
  expect(oneLineColumns([['序号'], ['客户名称']], upright)).toEqual([true, true])
})
