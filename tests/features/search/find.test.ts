import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const titles = async (text: string, person = app.owner): Promise<string[]> =>
  (await person.api.search.find({ text })).hits.map((hit) => `${hit.entity}:${hit.title}`)

describe('a customer is found', () => {
  const name = '上海某信科技有限公司'
  beforeEach(() => app.owner.api.customers.create({ name, phone: '021-6288 0000', taxNumber: '91310000MA1FL4XY2K' }))

  it.each([
    ['one character', '某'],
    ['two characters', '海某'],
    ['a piece of the name', '某信科技'],
    ['the whole name', name],
    ['only the legal form', '有限公司'],
    ['two pieces in any order', '科技 上海'],
    ['brackets and spaces', '（上海） 某信'],
    ['initials', 'shmx'],
    ['initials from the middle', 'mxkj'],
    ['initials in capitals', 'SHMX'],
    ['full width letters', 'ｓｈｍｘ'],
    ['pinyin', 'shanghai'],
    ['pinyin of it all', 'shanghaimouxinkeji'],
    ['pinyin, not finished', 'shangh'],
    ['pinyin and initials', 'shanghaimx'],
    ['characters and initials', '上海mx'],
    ['characters and pinyin', '上海mou'],
    ['phone, last four', '0000'],
    ['phone across its signs', '02162880000'],
    ['phone with its signs', '021-6288'],
    ['phone, three digits', '628'],
    ['tax number', 'ma1fl4'],
  ])('by %s', async (_, text) => {
    expect(await titles(text)).toEqual([`customers:${name}`])
  })

  it.each([
    ['a gap', '上信'],
    ['the reverse', '信某'],
    ['other letters', 'shmy'],
    ['two digits of a phone', '62'],
    ['nothing', ' ,。'],
  ])('not by %s', async (_, text) => {
    expect(await titles(text)).toEqual([])
  })
})

it('traditional, simplified, full and half width find each other', async () => {
  await app.owner.api.customers.create({ name: '廣東ＡＢＣ電子（中國）有限公司' })
  await app.owner.api.customers.create({ name: '广东abc电子(中国)二厂' })
  for (const text of ['广东abc', '廣東ABC', '电子中国', 'gdabc', '（中国）']) expect(await titles(text)).toHaveLength(2)
})

it('several readings of a character answer', async () => {
  await app.owner.api.customers.create({ name: '重庆长行贸易' })
  const { id } = await app.owner.api.customers.create({ name: '单位甲' })
  await app.owner.api.contacts.create({ customerId: id, name: '单田芳' })
  await app.owner.api.contacts.create({ customerId: id, name: '吕秀才' })
  expect(await titles('chongqing')).toEqual(['customers:重庆长行贸易'])
  expect(await titles('cqchx')).toEqual(['customers:重庆长行贸易'])
  expect(await titles('shantian')).toEqual(['contacts:单田芳'])
  expect(await titles('dtf')).toEqual(['contacts:单田芳'])
  for (const text of ['lv', 'lvxiu', 'lxc']) expect(await titles(text)).toContain('contacts:吕秀才')
})

it('an equal name comes first, then names that begin so, then what was written last', async () => {
  for (const name of ['北京德力', '德力西', '德力', '苏州德力']) await app.owner.api.customers.create({ name })
  expect(await titles('德力')).toEqual(['德力', '德力西', '苏州德力', '北京德力'].map((name) => `customers:${name}`))
  const [beijing] = (await app.owner.api.customers.list({ search: '北京' })).rows
  await app.owner.api.customers.update({ id: beijing!.id, version: 1, changes: { level: 'key' } })
  expect((await titles('德力')).at(2)).toBe('customers:北京德力')
  expect((await titles('deli')).slice(0, 2).sort()).toEqual(['customers:德力', 'customers:德力西'])
})

it('a hit shows the text around the match, with marks', async () => {
  const { id } = await app.owner.api.customers.create({
    name: '苏州德力',
    otherPhones: '0512-1111 2222；0512-6288 0000',
  })
  await app.owner.api.followUps.create({
    customerId: id,
    way: 'visit',
    content: `${'前言。'.repeat(40)}客户要求（年底）前到货${'。后话'.repeat(40)}`,
  })
  const marked = async (text: string) => {
    const { hits } = await app.owner.api.search.find({ text })
    return hits.map(({ entity, field, snippet, marks }) => [
      entity,
      field,
      marks.map(([from, to]) => snippet.slice(from, to)).join(),
    ])
  }
  expect(await marked('62880')).toEqual([['customers', 'otherPhones', '6288 0']])
  expect(await marked('22220512')).toEqual([])
  expect(await marked('要求年底前')).toEqual([['followUps', 'content', '要求（年底）前']])
  expect(await marked('szd')).toEqual([['customers', 'name', '苏州德']])
  const [hit] = (await app.owner.api.search.find({ text: '年底' })).hits
  expect(hit!.snippet.length).toBeLessThan(90)
  expect(hit).toMatchObject({ title: '苏州德力', customerId: id })
})

it('contacts are found by name, phone, mail, WeChat and post; the customer stands beside', async () => {
  const { id } = await app.owner.api.customers.create({ name: '苏州德力' })
  await app.owner.api.contacts.create({
    customerId: id,
    name: '王建国',
    phone: '138 0013 8000',
    mail: 'wang.jg@example.com',
    wechat: '德力老王',
    post: '采购经理',
  })
  for (const text of [
    '建国',
    'wjg',
    'wangjianguo',
    '8000',
    '13800138000',
    '+86 138 0013 8000',
    'wang.jg',
    'example.com',
    '老王',
    '采购',
  ])
    expect(await titles(text), text).toEqual(['contacts:王建国'])
  expect((await app.owner.api.search.find({ text: 'wjg' })).hits[0]).toMatchObject({
    subtitle: '苏州德力 · 采购经理',
    customerId: id,
  })
})

it('what is archived is not found, and is again when restored', async () => {
  const { id } = await app.owner.api.customers.create({ name: '苏州德力' })
  await app.owner.api.contacts.create({ customerId: id, name: '苏有德' })
  await app.owner.api.customers.archive({ id, version: 1 })
  expect(await titles('苏')).toEqual([])
  await app.owner.api.customers.restore({ id, version: 2 })
  expect(await titles('苏')).toEqual(['customers:苏州德力', 'contacts:苏有德'])
})

it('more is told when a kind has more than the limit', async () => {
  for (let i = 0; i < 5; i++) await app.owner.api.customers.create({ name: `德力${i}厂` })
  expect(await app.owner.api.search.find({ text: '德力', limit: 5 })).toMatchObject({ more: false })
  const found = await app.owner.api.search.find({ text: '德力', limit: 4 })
  expect(found.hits).toHaveLength(4)
  expect(found.more).toBe(true)
})
