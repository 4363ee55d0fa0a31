// 省/市/区 by code: two digits a level, so 32 is 江苏省, 3205 苏州市, 320506 吴中区.
import { areaList } from '@vant/area-data'

export interface Region {
  code: string
  name: string
  children?: Region[]
  /** What the same place is called in daily use: 工业园区 for 苏州工业园区. */
  also?: readonly string[]
}

const provinces = areaList.province_list
const cities = areaList.city_list
const counties = areaList.county_list

const listed = (code: string): string | undefined =>
  code.length === 2 ? provinces[`${code}0000`] : code.length === 4 ? cities[`${code}00`] : counties[code]

// The table puts names of daily use beside the codes of the state's statistics (stats.gov.cn, 统计用区划代码), with codes of
// its own from 90 on. Some name a zone that has a code already: 320590 工业园区 beside 320571 苏州工业园区. The state's code
// stands for both; the other is no longer offered, but read wherever it is stored.
const official = /^7\d$/u
const daily = /^9\d$/u
let doubles: ReadonlyMap<string, string> | undefined
const replaced = (): ReadonlyMap<string, string> => (doubles ??= doublesIn(Object.entries(counties)))

function doublesIn(all: readonly [string, string][]): Map<string, string> {
  const zones = grouped(
    all.filter(([code]) => official.test(code.slice(4))),
    4,
    (code, name) => ({ code, name: withoutAbove(code, name) }),
  )
  const found = new Map<string, string>()
  for (const [code, name] of all) {
    // the island's own codes run from 10 to 99
    if (!daily.test(code.slice(4)) || code.startsWith('71')) continue
    const same = zones.get(code.slice(0, 4))?.find((zone) => zone.name === name)
    if (same) found.set(code, same.code)
  }
  return found
}

/** 河南周口经济开发区 → 经济开发区. */
function withoutAbove(code: string, name: string): string {
  const above = [code.slice(0, 2), code.slice(0, 4)].flatMap((one) => [listed(one) ?? '', stem(listed(one) ?? '')])
  return above.reduce((rest, one) => (one !== '' && rest.startsWith(one) ? rest.slice(one.length) : rest), name)
}

/** The code that a place goes by now. @example regionNow('320590') // '320571' */
export const regionNow = (code: string): string => replaced().get(code) ?? code

/** All codes under which a place may be stored. */
export const codesOfRegion = (code: string): string[] => {
  const now = regionNow(code)
  return [now, ...[...replaced()].flatMap(([double, one]) => (one === now ? double : []))]
}

const nameOf = (code: string): string | undefined => listed(regionNow(code))

/** Names from the largest down; levels that only repeat the one above (北京市 北京市) are left out. */
export function regionParts(code: string): string[] {
  const parts: string[] = []
  for (const length of [2, 4, 6]) {
    if (code.length < length) break
    const name = nameOf(code.slice(0, length))
    if (name && name !== parts.at(-1)) parts.push(name)
  }
  return parts
}

/** '320506' → '江苏省 苏州市 吴中区'; '' when the code is unknown. */
export const regionName = (code: string): string => regionParts(code).join(' ')

let tree: Region[] | undefined

/** All regions, for a picker; built once. */
export function regionTree(): Region[] {
  tree ??= buildTree()
  return tree
}

// one pass: to look through every county for every city takes the first caller half a second
function buildTree(): Region[] {
  const offered = Object.entries(counties).filter(([code]) => !replaced().has(code))
  const countiesIn = grouped(offered, 4, (code, name) => {
    const also = codesOfRegion(code).flatMap((one) => (one === code ? [] : (listed(one) ?? [])))
    return { code, name, ...(also.length > 0 ? { also } : {}) }
  })
  const citiesIn = grouped(Object.entries(cities), 2, (full, name) => {
    const code = full.slice(0, 4)
    return { code, name, children: countiesIn.get(code) ?? [] }
  })
  return Object.entries(provinces).map(([full, name]) => {
    const code = full.slice(0, 2)
    return { code, name, children: citiesIn.get(code) ?? [] }
  })
}

/** Regions by the first digits of their codes, in the order of the list. */
function grouped<R>(
  entries: readonly [string, string][],
  digits: number,
  make: (code: string, name: string) => R,
): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const [code, name] of entries) {
    const key = code.slice(0, digits)
    const group = groups.get(key) ?? []
    group.push(make(code, name))
    groups.set(key, group)
  }
  return groups
}

const ending = /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$/u
const stems = new Map<string, string>()

export function stem(name: string): string {
  const known = stems.get(name)
  if (known !== undefined) return known
  const made = name.length > 2 ? name.replace(ending, '') : name
  stems.set(name, made)
  return made
}

/** All that it is called. */
export const namesOf = ({ name, also = [] }: Region): readonly string[] => [name, ...also]

interface Found {
  region: Region
  rest: string
}

/** The region whose name `text` begins with: the longest full name, else the longest without its ending. */
function among(regions: readonly Region[], text: string): Found | undefined {
  return longest(regions, text, (name) => name) ?? withoutEnding(regions, text)
}

function longest(regions: readonly Region[], text: string, nameOf: (name: string) => string): Found | undefined {
  let best: Found | undefined
  let letters = 0
  for (const region of regions)
    for (const name of namesOf(region).map(nameOf)) {
      if (name.length <= letters || !text.startsWith(name)) continue
      letters = name.length
      best = { region, rest: text.slice(name.length) }
    }
  return best
}

function withoutEnding(regions: readonly Region[], text: string): Found | undefined {
  const found = longest(regions, text, stem)
  return found && { ...found, rest: found.rest.replace(/^[省市区县]/u, '') }
}

let flatCities: Region[] | undefined
const allCities = (): Region[] => (flatCities ??= regionTree().flatMap((one) => one.children ?? []))

/** 吉林市 is not Jilin the province, nor 朝阳区 the city of Chaoyang: another ending after a name without its own. */
function certain(regions: readonly Region[], text: string, other: RegExp): Found | undefined {
  const found = among(regions, text)
  const whole = found && namesOf(found.region).some((name) => text.startsWith(name))
  if (!found || whole) return found
  const short =
    namesOf(found.region)
      .map(stem)
      .find((name) => text.startsWith(name)) ?? ''
  return other.test(text.slice(short.length)) ? undefined : found
}

/** Names of counties that say what a place is, not which one. */
const sayNothing: readonly string[] = ['工业园区', '矿区', '市辖区']
let countiesAlone: ReadonlyMap<string, string> | undefined

/** Counties by a name that no other county has, with its ending and without. */
function countiesByName(): ReadonlyMap<string, string> {
  const named = new Map<string, string[]>()
  for (const { code, name } of allCities().flatMap((city) => city.children ?? [])) {
    // 高新区 and the like, of which every other city has one
    if (daily.test(code.slice(4)) || sayNothing.includes(name)) continue
    for (const one of new Set([name, stem(name)])) named.set(one, [...(named.get(one) ?? []), code])
  }
  return new Map([...named].flatMap(([name, [code = '', ...others]]) => (others.length === 0 ? [[name, code]] : [])))
}

/**
 * The code of what somebody wrote, as deep as it is certain: '江苏苏州吴中', '上海市浦东新区', '苏州' → '3205',
 * '丰县' → '320321'. Null when nothing is recognised: '朝阳区' could be Beijing's or Changchun's.
 */
export function findRegion(written: string): string | null {
  const text = written.replace(/[\s,，/\\·>-]+/gu, '').replace(/^中国/u, '')
  if (text === '') return null
  const province = certain(regionTree(), text, /^[市区县]/u)
  if (!province) {
    const city = certain(allCities(), text, /^[区县]/u)
    return city ? deeper(city) : ((countiesAlone ??= countiesByName()).get(text) ?? null)
  }
  const inside = province.region.children ?? []
  const city = among(inside, province.rest)
  if (city) return deeper(city)
  const county =
    province.rest === ''
      ? undefined
      : among(
          inside.flatMap((one) => one.children ?? []),
          province.rest,
        )
  return county?.region.code ?? province.region.code
}

const deeper = ({ region, rest }: Found): string =>
  (rest === '' ? undefined : among(region.children ?? [], rest))?.region.code ?? region.code
