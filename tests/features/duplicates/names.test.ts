import { expect, test } from 'vitest'
import { mailOf, phoneDigits, siteDomain, taxDigits } from '@main/duplicates/addresses'
import { companyName, relationOf } from '@main/duplicates/companyName'
import { nearRelationOf } from '@main/duplicates/nearNames'

const related = (a: string, b: string): string | null => relationOf(companyName(a), companyName(b))

test.each([
  ['苏州德力信息技术有限公司', '苏州德力信息技术有限责任公司'],
  ['苏州德力信息技术有限公司', ' 苏州 德力 信息技术 股份有限公司 '],
  ['苏州德力信息技术有限公司', '蘇州德力信息技術有限公司'],
  ['苏州德力信息技术有限公司', '德力信息技术（苏州）有限公司'],
  ['苏州德力信息技术有限公司', '江苏省苏州市德力信息技术有限公司'],
  ['德力苏州有限公司', '德力（苏州）有限公司'],
  ['ＡＢＣ（中国）有限公司', 'ABC(中国)有限公司'],
  ['Bright Trading Co., Ltd.', 'BRIGHT TRADING'],
  ['中国银行', '中国银行股份有限公司'],
])('%s and %s are one name', (a, b) => expect(related(a, b)).toBe('sameName'))

test.each([
  ['江苏德力信息技术有限公司', '苏州德力信息技术有限公司', 'sameCore'],
  ['德力信息技术有限公司', '苏州德力信息技术有限公司', 'placeMissing'],
  ['苏州德力', '苏州德力信息技术有限公司', 'shortened'],
  ['凯德尔信息', '凯德尔信息技术有限公司', 'shortened'],
  ['德力', '德力信息技术有限公司', 'perhapsShortened'],
])('%s may be %s: %s', (a, b, relation) => expect(related(a, b)).toBe(relation))

test.each([
  ['上海德力信息技术有限公司', '苏州德力信息技术有限公司'],
  ['德力信息技术有限公司', '德力化工有限公司'],
  ['华为技术有限公司', '华为技术有限公司深圳分公司'],
  ['上海贸易有限公司', '上海科技有限公司'],
  ['海南航空股份有限公司', '海南银行股份有限公司'],
  ['建设银行', '中国银行'],
])('%s and %s are two', (a, b) => expect(related(a, b)).toBeNull())

const near = (a: string, b: string): string | null => nearRelationOf(companyName(a), companyName(b))

test.each([
  ['苏州鑫源达科技', '苏州欣源达科技有限公司', 'sameSound'],
  ['苏州德力信息技术', '苏州得利信息技术有限公司', 'sameSound'],
  ['凯德尔森电子', '昆山凯得尔森电子有限公司', 'sameSound'],
  ['昆山凯德尔电子', '昆山凯特尔电子有限公司', 'nearName'],
  ['昆山凯德尔电子', '昆山凯尔德电子有限公司', 'nearName'],
  ['昆山凯德尔电孑有限公司', '昆山凯德尔电子有限公司', 'nearName'],
  ['昆山凯德尔电子', '凯特尔电子有限公司', 'perhapsNear'],
  ['苏州德力信息技术', '苏州德丰信息技术有限公司', 'perhapsNear'],
  ['华电设计院', '华东电力设计院', 'abbreviated'],
  ['Bright Trading Ltd', 'Brigth Trading Limited', 'nearName'],
])('%s is nearly %s: %s', (a, b, relation) => expect(near(a, b)).toBe(relation))

test.each([
  ['苏州凯德尔电子有限公司', '上海凯特尔电子有限公司'],
  ['市第一人民医院', '市第二人民医院'],
  ['城东机械厂', '城西机械厂'],
  ['昆山三里河食品', '昆山五里河食品'],
  ['德力信息技术', '德丰化工'],
  ['华东电力设计院', '华能电力公司'],
])('%s and %s are not even nearly one', (a, b) => expect(near(a, b)).toBeNull())

test('numbers are the same with country code, area code, extension and signs', () => {
  for (const written of [
    '0512-62880000',
    '+86 512 6288 0000',
    '（0512）62880000',
    '0512-62880000-801',
    '０５１２６２８８００００',
  ])
    expect(phoneDigits(written)).toBe('51262880000')
  expect(phoneDigits('+86 138-0013-8000')).toBe('13800138000')
  expect(phoneDigits('0000000')).toBe('')
  expect(phoneDigits('12345')).toBe('')
  expect(taxDigits(' 91320594ma1mlxy00x ')).toBe('91320594MA1MLXY00X')
})

test('a domain says something only where not everybody is', () => {
  expect(siteDomain('https://www.deli-it.com.cn/about?x=1')).toBe('deli-it.com.cn')
  expect(siteDomain('https://weibo.com/deli')).toBe('')
  expect(siteDomain('deli.1688.com')).toBe('deli.1688.com')
  expect(mailOf('Wang@QQ.com')).toEqual({ address: 'wang@qq.com', domain: '' })
  expect(mailOf('wang@mail.deli.cn')).toEqual({ address: 'wang@mail.deli.cn', domain: 'deli.cn' })
  expect(mailOf('no mail')).toBeNull()
})
