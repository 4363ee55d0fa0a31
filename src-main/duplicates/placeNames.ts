// Places at the beginning of a company's name: 江苏省苏州市德力 and 苏州德力 may be one, 上海德力 and 苏州德力 are two.
import { namesOf, regionTree } from '@shared/regions'

/** Codes of the regions a name may mean (there are several 鼓楼区); '' stands for the whole country. */
export type Places = readonly string[]

let byName: Map<string, string[]> | undefined
const longest = 8

function names(): Map<string, string[]> {
  if (byName) return byName
  const found = new Map<string, string[]>([['中国', ['']]])
  const add = (name: string, code: string): void => {
    if (name.length < 2) return
    const codes = found.get(name) ?? []
    if (!codes.includes(code)) found.set(name, [...codes, code])
  }
  for (const province of regionTree()) {
    addProvince(province.name, province.code, add)
    for (const city of province.children ?? []) {
      add(city.name, city.code)
      add(shortCity(city.name), city.code)
      for (const county of city.children ?? []) {
        for (const name of namesOf(county)) add(name, county.code)
        // a county itself is hardly ever written in short, a town of its own is: 昆山, 义乌
        if (county.name.endsWith('市')) add(county.name.slice(0, -1), county.code)
      }
    }
  }
  return (byName = found)
}

function addProvince(name: string, code: string, add: (name: string, code: string) => void): void {
  add(name, code)
  add(name.replace(/(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|省|市)$/u, ''), code)
}

const shortCity = (name: string): string =>
  name.endsWith('自治州') ? name.slice(0, 2) : name.replace(/(?:市|地区|盟)$/u, '')

/** Codes of 直辖市 stand twice in the list, as 31 and 3101: the shorter one says it. */
const inside = (code: string, outer: Places): boolean => outer.some((one) => code.startsWith(one) && code !== one)

/** The place a text begins with and what follows it; null when there is none. */
function placeAt(text: string, outer: Places): { places: Places; rest: string } | null {
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const codes = names().get(text.slice(0, length))
    const fitting = codes?.filter((code) => inside(code, outer))
    if (fitting && fitting.length > 0) return { places: fitting, rest: text.slice(length) }
  }
  return null
}

export interface Placed {
  places: Places
  rest: string
}

/** Takes the places off the beginning, from the large to the small, as long as `names` says that a name is left. */
export function placesOff(text: string, leavesName: (rest: string) => boolean): Placed {
  let found: Placed = { places: [], rest: text }
  for (let level = 0; level < 4; level++) {
    const outer = found.places.length > 0 ? found.places : anywhere
    const next = placeAt(found.rest, outer)
    if (!next || !leavesName(next.rest)) return found
    found = next
  }
  return found
}

const anywhere: Places = ['', ...Array.from({ length: 10 }, (_, digit) => String(digit))].slice(1)

/** A whole text that is a place: '苏州', '江苏苏州'. */
export function asPlaces(text: string): Places | null {
  const { places, rest } = placesOff(text, () => true)
  return rest === '' && places.length > 0 ? places : null
}

/** Whether two names may mean one place: nothing said, the same, or one inside the other. */
export const placesAgree = (a: Places, b: Places): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.some((two) => one.startsWith(two) || two.startsWith(one)))
