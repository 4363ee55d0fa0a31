import { expect, it } from 'vitest'
import { regionIn } from '@shared/features/pasting/region'
import { findRegion, regionName, regionNow, regionTree, stem } from '@shared/regions'
import { searchRegions } from '@shared/regionSearch'
import { openTestApp } from '../../support/app'

const first = (typed: string): string | undefined => searchRegions(typed)[0]?.parts.join(' ')

it.each([
  ['工业园区', '江苏省 苏州市 苏州工业园区'],
  ['昆山', '江苏省 苏州市 昆山市'],
  ['苏州', '江苏省 苏州市'],
  ['江苏', '江苏省'],
  ['浦东', '上海市 上海市 浦东新区'],
  ['西湖区', '浙江省 杭州市 西湖区'],
  ['徐州 鼓楼', '江苏省 徐州市 鼓楼区'],
])('%s is looked for in the likeliest place first', (typed, place) => expect(first(typed)).toBe(place))

it('offers a zone once, by the code of the state’s statistics', () => {
  for (const typed of ['工业园区', '苏州工业园区', '苏州 工业园区'])
    expect(searchRegions(typed).filter(({ parts }) => parts[1] === '苏州市')).toEqual([
      { code: '320571', parts: ['江苏省', '苏州市', '苏州工业园区'], rank: expect.anything() },
    ])
  const names = regionTree().flatMap(({ children = [] }) =>
    children.flatMap(({ code, name, children: counties = [] }) =>
      code.startsWith('71') ? [] : counties.map((one) => `${code} ${one.name.replace(stem(name), '')}`),
    ),
  )
  expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([])
})

it.each(['苏州工业园区', '苏州市工业园区', '江苏苏州工业园区', '江苏省苏州市苏州工业园区', '苏州工业园区星湖街328号'])(
  '%s is the one zone, however it is written',
  (written) => {
    expect(findRegion(written)).toBe('320571')
    expect(regionIn(written)).toBe('320571')
  },
)

it('a code that is no longer offered is still read, and found under its place', async () => {
  expect(regionName('320590')).toBe('江苏省 苏州市 苏州工业园区')
  expect(regionNow('320590')).toBe('320571')
  expect(regionNow('320506')).toBe('320506')
  const app = openTestApp()
  const rep = app.person()
  for (const [name, region] of [
    ['旧', '320590'],
    ['新', '320571'],
    ['吴中', '320506'],
  ] as const)
    await rep.api.customers.create({ name, region })
  const inRegion = async (...codes: string[]) =>
    (await rep.api.customers.list({ filter: { field: 'region', operator: 'in', value: codes } })).rows
      .map(({ name }) => name)
      .sort()
  expect(await inRegion('320571')).toEqual(['新', '旧'])
  expect(await inRegion('320590')).toEqual(['新', '旧'])
  expect(await inRegion('320506')).toEqual(['吴中'])
  expect(await inRegion('3205')).toEqual(['吴中', '新', '旧'])
  await app.close()
})

it('finds what lies in a place too, and nothing for nothing', () => {
  expect(searchRegions('苏州').map(({ parts }) => parts.at(-1))).toContain('吴中区')
  expect(searchRegions(' ')).toEqual([])
  expect(searchRegions('没有这里')).toEqual([])
})
