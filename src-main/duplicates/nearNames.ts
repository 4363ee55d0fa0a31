// Names that are nearly one: a character wrong, missing, too many or out of its place, another one of the same sound,
// or some left out on purpose (华东电力设计院, 华电设计院).
import { readingsOf } from '@main/search/pinyin'
import { type CompanyName } from './companyName'
import { placesAgree } from './placeNames'

export type NearRelation = 'sameSound' | 'nearName' | 'perhapsNear' | 'abbreviated'

/** The least a name must have before what the company does for one other character to be a slip rather than another name. */
const tellingBrand = 3
const leastCore = 4
/** From here on halves are kept: one slip leaves one of them whole, and there are only two. */
const halvesFrom = 9
const longestBrand = 40

const soundOf = (text: string): string => [...text].map((sign) => readingsOf(sign)[0] ?? sign).join(' ')
const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)
const tradeOf = ({ core, brand }: CompanyName): string => core.slice(brand.length)

/** `y` sound, `f` one left out, `g` the same of a brand too short to tell, `a` first and last character. */
export type NearKind = 'y' | 'f' | 'g' | 'a'
export type NearKey = readonly [kind: NearKind, text: string]

/** Two short brands are only compared where both have a place, the same city, or neither has one. */
function inTheirPlaces(text: string, { places }: CompanyName): NearKey[] {
  const cities = [...new Set(places.map((code) => code.slice(0, 4)))]
  return cities.length === 0 ? [['g', text]] : cities.map((city) => ['g', `${city}/${text}`] as const)
}

const oneLeftOut = ({ brand, core }: CompanyName): string[] =>
  [...brand].map((_, at) => without(brand, at) + core.slice(brand.length))

const halves = (brand: string, length: number): NearKey[] => [
  ['f', `<${brand.slice(0, length)}`],
  ['f', `>${brand.slice(-length)}`],
]

const comparable = ({ core, brand, branch }: CompanyName): boolean =>
  !branch && core.length >= 2 && brand.length <= longestBrand

/** Under which a name is kept. */
export function nearKeys(name: CompanyName): NearKey[] {
  if (!comparable(name)) return []
  const { core, brand } = name
  const keys: NearKey[] = [['y', soundOf(core)]]
  if (brand.length >= halvesFrom) keys.push(...halves(brand, Math.floor(brand.length / 2)))
  else if (core.length >= leastCore)
    for (const text of oneLeftOut(name))
      keys.push(...(brand.length >= tellingBrand ? [['f', text] as const] : inTheirPlaces(text, name)))
  if (brand.length >= leastCore) keys.push(['a', endsOf(brand)])
  return keys
}

const endsOf = (brand: string): string => brand.charAt(0) + brand.charAt(brand.length - 1)

/** Under which others may be kept that are nearly this one, beside its own: `c` stands for a whole core. */
export function nearKeysAsked(name: CompanyName): (NearKey | readonly [kind: 'c', text: string])[] {
  if (!comparable(name)) return []
  const { core, brand } = name
  if (brand.length >= halvesFrom - 1) {
    const length = brand.length / 2
    return [...halves(brand, Math.floor(length - 0.5)), ...halves(brand, Math.floor(length + 0.5))]
  }
  if (core.length < leastCore - 1) return []
  const shorter = oneLeftOut(name)
  return [
    ['f', core],
    ...shorter.flatMap((text) => [['c', text] as const, ['f', text] as const, ...inTheirPlaces(text, name)]),
    ...(brand.length >= 3 ? [['a', endsOf(brand)] as const] : []),
  ]
}

/** How two names that are not the same in any exact way are related. */
export function nearRelationOf(a: CompanyName, b: CompanyName): NearRelation | null {
  if (!comparable(a) || !comparable(b) || !placesAgree(a.places, b.places)) return null
  const brand = Math.min(a.brand.length, b.brand.length)
  const placed = a.places.length > 0 === b.places.length > 0
  if (a.core.length === b.core.length && soundOf(a.core) === soundOf(b.core))
    return brand >= tellingBrand || placed ? 'sameSound' : 'perhapsNear'
  const slip = Math.min(a.core.length, b.core.length) >= leastCore - 1 ? slipBetween(a.core, b.core) : null
  if (slip !== null) {
    if (tellsApart(slip)) return null
    if (brand > tellingBrand || (brand === tellingBrand && bothPlaced(a, b))) return 'nearName'
    return brand >= tellingBrand || (placed && tradeOf(a) === tradeOf(b) && tradeOf(a) !== '') ? 'perhapsNear' : null
  }
  return isAbbreviated(a, b) || isAbbreviated(b, a) ? 'abbreviated' : null
}

const bothPlaced = (a: CompanyName, b: CompanyName): boolean => a.places.length > 0 && b.places.length > 0

/** What stands in the one where something else or nothing stands in the other; null when there is more than one slip. */
function slipBetween(a: string, b: string): readonly [string, string] | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || short === long) return null
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++
  const [one, other] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  const swapped = one.length === 2 && one.charAt(0) === other.charAt(1) && one.charAt(1) === other.charAt(0)
  return other.length <= 1 || swapped ? [one, other] : null
}

/** Numbers, directions and the like are what names of two are told apart by: 第一医院, 第二医院. */
const distinctive = /[0-9a-z一二三四五六七八九十百千甲乙丙丁东西南北中上下前后左右大小新老]/u
const distinctiveAlone = /[0-9一二三四五六七八九十甲乙丙丁东西南北新]/u
const tellsApart = ([one, other]: readonly [string, string]): boolean =>
  one === '' ? distinctiveAlone.test(other) : one.length === 1 && distinctive.test(one) && distinctive.test(other)

/** Some characters left out on purpose; what stands first and last stays. */
function isAbbreviated(short: CompanyName, long: CompanyName): boolean {
  const [few, many] = [short.brand, long.brand]
  if (few.length < 3 || many.length < leastCore || few.length >= many.length || many.length > few.length * 2)
    return false
  if (endsOf(few) !== endsOf(many) || tradeOf(short) !== tradeOf(long)) return false
  let at = 0
  for (const sign of many) if (sign === few[at]) at++
  return at === few.length
}
