// Regions by what somebody types, the likeliest first.
import { regionTree, stem, type Region } from './regions'

interface Hit {
  code: string
  /** Names from the largest down. */
  parts: string[]
  rank: readonly number[]
}

/** Codes of a county from here on are no codes of the state: names of daily use that were added to the table. */
const added = 90

/** Exactly this place, with or without its ending or the city it is in; a name that begins so, holds it, or lies in one. */
function likeness(name: string, city: string | undefined, typed: string): number {
  const short = [name, stem(name), ...(city ? [name.replace(stem(city), ''), stem(name.replace(stem(city), ''))] : [])]
  if (short.includes(typed)) return 0
  return name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3
}

function hitsIn(regions: readonly Region[], above: readonly Region[], words: readonly string[]): Hit[] {
  return regions.flatMap((region) => {
    const path = [...above, region]
    const parts = path.map(({ name }) => name)
    const whole = parts.join('')
    const last = words.at(-1) ?? ''
    const city = path.length === 3 ? path[1] : undefined
    const rank = [
      likeness(region.name, city?.name, last),
      path.length === 3 && Number(region.code.slice(4)) >= added ? 1 : 0,
      path.length,
      // of places alike the one in the larger city
      -(city?.children?.length ?? 0),
    ]
    const here = words.every((word) => whole.includes(word)) ? [{ code: region.code, parts, rank }] : []
    return [...here, ...hitsIn(region.children ?? [], path, words)]
  })
}

const before = (a: Hit, b: Hit): number => {
  const at = a.rank.findIndex((one, index) => one !== b.rank[index])
  return at < 0 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
}

/** @example searchRegions('工业园区')[0].parts // ['江苏省', '苏州市', '苏州工业园区'] */
export function searchRegions(typed: string): Pick<Hit, 'code' | 'parts'>[] {
  const words = typed.trim().split(/\s+/u).filter(Boolean)
  return words.length === 0 ? [] : hitsIn(regionTree(), [], words).sort(before)
}
