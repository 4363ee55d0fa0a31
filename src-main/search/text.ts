// The text a search compares: lower case, full width and traditional characters folded, signs and spaces gone.
// A folded text keeps its characters' order, so that a match can be shown in the text as it was written.
import traditional from 'opencc-js/dict/TSCharacters'

const unknown = 0xffff
const ignored = 0

/** Code unit → folded code unit; learnt one by one, since an office uses few of them. */
const foldedUnits = new Uint16Array(0x10000).fill(unknown)

const simplified = new Map(
  traditional.split('|').flatMap((pair) => {
    const [from = '', to = ''] = pair.split(' ')
    return from.length === 1 && to.length === 1 ? [[from, to] as const] : []
  }),
)

function learn(unit: number): number {
  const folded = foldUnit(String.fromCharCode(unit))
  foldedUnits[unit] = folded
  return folded
}

function foldUnit(sign: string): number {
  // halves of characters beyond the first plane stand for themselves
  if (/[\ud800-\udfff]/.test(sign)) return sign.charCodeAt(0)
  const plain = sign.normalize('NFKC').toLowerCase()
  const bare = /\p{Script=Latin}/u.test(plain) ? plain.normalize('NFKD') : plain
  const one = simplified.get(bare) ?? bare
  return /^[\p{L}\p{N}]/u.test(one) ? one.charCodeAt(0) : ignored
}

/** A code unit as it is compared; `ignored` for signs and spaces. */
function foldedUnit(unit: number): number {
  const folded = foldedUnits[unit] ?? ignored
  return folded === unknown ? learn(unit) : folded
}

/**
 * Folds a text for comparing.
 * @example fold('（上海）ＡＢＣ 貿易') // '上海abc贸易'
 */
export function fold(text: string): string {
  let folded = ''
  // most texts are mostly as they are compared: what need not be changed is cut out whole
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const written = text.charCodeAt(i)
    const unit = foldedUnit(written)
    if (unit === written) continue
    if (i > from) folded += text.slice(from, i)
    if (unit !== ignored) folded += String.fromCharCode(unit)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/** For every character of the folded text, where it stands in the text as written. */
export function placesOf(text: string): number[] {
  const places: number[] = []
  for (let i = 0; i < text.length; i++) if (foldedUnit(text.charCodeAt(i)) !== ignored) places.push(i)
  return places
}

/** Several numbers or mails in one field, folded one by one with a space between: a match never spans two. */
export const foldList = (text: string): string =>
  text
    .split(/[;；、,，\n]/u)
    .map(fold)
    .join(' ')

const space = 0x20
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || isDigit(unit)

export const allLatin = (folded: string): boolean => /^[a-z0-9]*$/.test(folded)

/** How many of the characters from `at` on are Latin letters or digits, and how many are digits; four at most. */
function reach(text: string, at: number): { latin: number; digits: number } {
  let latin = 0
  while (latin < 4 && at + latin < text.length && isLatin(text.charCodeAt(at + latin))) latin++
  let digits = 0
  while (digits < latin && isDigit(text.charCodeAt(at + digits))) digits++
  return { latin, digits }
}

/**
 * Adds the pieces by which a folded text is found: 1 and 2 characters, 3 of Latin letters and digits, 4 of digits.
 * `least: 3` leaves out the short ones: numbers and mails are not asked for by two characters.
 */
export function addGrams(into: Set<string>, text: string, least: 1 | 3): void {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === space) continue
    const { latin, digits } = reach(text, i)
    if (least === 1) {
      into.add(text.charAt(i))
      if (i + 1 < text.length) into.add(text.slice(i, i + 2))
    }
    if (latin >= 3) into.add(text.slice(i, i + 3))
    if (digits >= 4) into.add(text.slice(i, i + 4))
  }
}

/** Parts of most companies' names: in the index, but not worth asking for beside anything rarer. */
const legalForm = new Set(['有限', '限公', '公司', '股份', '份有', '限责', '责任', '任公'])
const askedAtMost = 6

/** The longest pieces that a text holding `word` (folded, no spaces) must have in the index. */
export function gramsAsked(word: string): string[] {
  if (word.length === 1) return [word]
  const grams = new Set<string>()
  for (let i = 0; i + 1 < word.length; i++) {
    const { latin, digits } = reach(word, i)
    const before = i > 0 && isLatin(word.charCodeAt(i - 1))
    if (digits >= 4) grams.add(word.slice(i, i + 4))
    else if (latin >= 3) {
      const inside = digits === 3 && i > 0 && isDigit(word.charCodeAt(i - 1))
      if (!inside) grams.add(word.slice(i, i + 3))
    } else if (!(latin === 2 && before)) grams.add(word.slice(i, i + 2))
  }
  const rare = [...grams].filter((gram) => !legalForm.has(gram))
  const asked = rare.length > 0 ? rare : [...grams]
  // every other one still covers the whole word
  return (asked.length > 4 ? asked.filter((_, i) => i % 2 === 0) : asked).slice(0, askedAtMost)
}
