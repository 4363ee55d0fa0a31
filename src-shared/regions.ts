// 省/市/区 by code: two digits a level, so 32 is 江苏省, 3205 苏州市, 320506 吴中区.
import { areaList } from '@vant/area-data'

export interface Region {
  code: string
  name: string
  children?: Region[]
}

const provinces = areaList.province_list
const cities = areaList.city_list
const counties = areaList.county_list

const nameOf = (code: string): string | undefined =>
  code.length === 2 ? provinces[`${code}0000`] : code.length === 4 ? cities[`${code}00`] : counties[code]

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
  const countiesIn = grouped(Object.entries(counties), 4, (code, name) => ({ code, name }))
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
function grouped(
  entries: readonly [string, string][],
  digits: number,
  make: (code: string, name: string) => Region,
): Map<string, Region[]> {
  const groups = new Map<string, Region[]>()
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
  for (const region of regions) {
    const name = nameOf(region.name)
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

/**
 * The code of what somebody wrote, as deep as it is certain: '江苏苏州吴中', '上海市浦东新区', '苏州' → '3205'.
 * Null when nothing is recognised.
 */
export function findRegion(written: string): string | null {
  const text = written.replace(/[\s,，/\\·>-]+/gu, '').replace(/^中国/u, '')
  if (text === '') return null
  const province = among(regionTree(), text)
  if (!province) {
    const city = among(allCities(), text)
    return city ? deeper(city) : null
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
