import { expect, it } from 'vitest'
import { searchRegions } from '@shared/regionSearch'

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

it('finds what lies in a place too, and nothing for nothing', () => {
  expect(searchRegions('苏州').map(({ parts }) => parts.at(-1))).toContain('吴中区')
  expect(searchRegions(' ')).toEqual([])
  expect(searchRegions('没有这里')).toEqual([])
})
