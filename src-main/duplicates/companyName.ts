// A company's name taken apart, so that two ways of writing it can be seen to be one: width, case, spaces, brackets,
// traditional characters, the form of the company, and the place before it.
import { fold } from '@main/search/text'
import { asPlaces, type Placed, placesAgree, placesOff, type Places } from './placeNames'
import { branchForm, groupForm, legalForm, westernForm, withoutTrade } from './tradeWords'

export interface CompanyName {
  /** Without the legal form: what must be the same for "the same name". */
  whole: string
  /** Without the place and 集团 as well. */
  core: string
  /** The core without what the company does: 德力 of 德力信息技术. */
  brand: string
  places: Places
  /** A branch is a customer of its own: only its whole name counts. */
  branch: boolean
}

const bracketed = /[([【{〔]([^()[\]【】{}〔〕]{1,14})[)\]】}〕]/gu
const empty = /^(?:中国|集团|个体|个体户|个体工商户|筹|原名)$/u

/**
 * @example companyName('德力信息技术（苏州）有限公司').core // '德力信息技术'
 */
export function companyName(text: string): CompanyName {
  const there = known.get(text)
  if (there) return there
  // the same few names are compared again and again
  if (known.size >= mostKnown) known.clear()
  const taken = takenApart(text)
  known.set(text, taken)
  return taken
}

const mostKnown = 2000
const known = new Map<string, CompanyName>()

function takenApart(text: string): CompanyName {
  const plain = text.normalize('NFKC').toLowerCase()
  let inBrackets: Places = []
  const open = plain.replace(bracketed, (_, content: string) => {
    const folded = fold(content)
    if (empty.test(folded)) return ' '
    const places = asPlaces(folded)
    if (places === null) return ` ${content} `
    inBrackets = places
    return ' '
  })
  const all = fold(plain)
  if (branchForm.test(all)) return { whole: all, core: all, brand: all, places: [], branch: true }
  const western = open.replace(westernForm, '')
  const name = withoutForm(fold(western) === '' ? open : western)
  return named({ all, name, inBrackets })
}

interface Taken {
  all: string
  name: string
  inBrackets: Places
}

function named({ all, name, inBrackets }: Taken): CompanyName {
  const grouped = name.replace(groupForm, '')
  const bare = grouped.length >= 2 ? grouped : name
  const before = placesOff(bare, (rest) => withoutTrade(rest).length >= 2)
  const off = before.places.length === 0 && inBrackets.length === 0 ? cityBehind(bare) : before
  const places = off.places.length > 0 ? off.places : inBrackets
  const core = off.rest === '' ? all : off.rest
  const stem = withoutTrade(core)
  // all of the whole name, wherever the place stands in it
  const whole = `${placeMark(places)}${core}${grouped === name ? '' : '集团'}`
  return { whole, core, brand: stem.length >= 2 ? stem : core, places, branch: false }
}

/** 德力苏州 is 德力（苏州）; smaller places are words too often. */
function cityBehind(name: string): Placed {
  for (const length of [4, 3, 2]) {
    const rest = name.slice(0, -length)
    const places = withoutTrade(rest).length >= 2 ? asPlaces(name.slice(-length)) : null
    if (places?.some((code) => code.length === 2 || code.length === 4)) return { places, rest }
  }
  return { places: [], rest: name }
}

const placeMark = (places: Places): string =>
  places.length > 0 && places.some((code) => code !== '') ? `${[...places].sort().join('/')} ` : ''

function withoutForm(text: string): string {
  const folded = fold(text)
  const bare = folded.replace(legalForm, '')
  return bare === '' ? folded : bare
}

/** How two names are related, weakest last; null when they are not. */
export type NameRelation = 'sameName' | 'sameCore' | 'placeMissing' | 'shortened' | 'perhapsShortened'

export function relationOf(a: CompanyName, b: CompanyName): NameRelation | null {
  if (a.whole === b.whole) return 'sameName'
  if (a.branch || b.branch || !placesAgree(a.places, b.places)) return null
  const bothPlaced = a.places.length > 0 && b.places.length > 0
  if (a.core === b.core) {
    if (bothPlaced) return 'sameCore'
    return a.core.length >= 4 || a.brand.length >= 3 ? 'placeMissing' : 'perhapsShortened'
  }
  if (a.brand !== b.brand || !oneBeginsOther(a.core, b.core)) return null
  return bothPlaced || a.brand.length >= 3 ? 'shortened' : 'perhapsShortened'
}

const oneBeginsOther = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)
