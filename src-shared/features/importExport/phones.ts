// Numbers as offices write them in one cell: several, with remarks, full width, with or without area code.
import { formatPatterns } from '@shared/fields/formats'

export interface Phones {
  numbers: string[]
  /** What was written beside the numbers, e.g. '王工' of '13800138000（王工）'. */
  remarks: string[]
  /** Pieces that are no numbers. */
  rest: string[]
}

const label = /^(tel|phone|mobile|cell|fax|电话|手机号?码?|座机|联系电话|办公|家庭|公司)\s*[:：]\s*/iu
const sure = /[;；、|\n\t]+|(?<=\d)\s*(?:或|和|及|&)\s*(?=[+\d(])/u
const mobileEnd = /(?<=(?:^|\D)1[3-9]\d{9})\s+(?=[+\d(])/u
const remark = /\s*[（(]([^（()）\d]+)[)）]\s*|\s*([\p{Script=Han}]{1,8})$/u

/** @example splitPhones('13800138000（王工）/0512-62880000').numbers // ['13800138000', '0512-62880000'] */
export function splitPhones(text: string): Phones {
  const found: Phones = { numbers: [], remarks: [], rest: [] }
  const plain = text.normalize('NFKC').replace(/[‐-―−]/gu, '-')
  for (const piece of plain.split(sure).flatMap(splitDoubtful)) takePiece(piece.trim(), found)
  found.numbers = [...new Set(found.numbers)]
  return found
}

/** A comma or slash parts two numbers only if whole numbers stand on both sides. */
function splitDoubtful(piece: string): string[] {
  const parts = piece.split(/[,/]|\s{2,}/u).flatMap((part) => part.split(mobileEnd))
  return parts.every((part) => digitsOf(part).length >= 7) ? parts : piece.split(mobileEnd)
}

function takePiece(piece: string, found: Phones): void {
  if (piece === '') return
  const bare = piece.replace(label, '').replace(/(?<=\d{7})\.0$/u, '')
  const isNumber = (value: string): boolean => formatPatterns.phone?.test(value) === true && digitsOf(value).length >= 3
  if (isNumber(bare)) return void found.numbers.push(bare)
  const [whole = '', inBrackets, behind] = remark.exec(bare) ?? []
  const number = whole === '' ? '' : bare.replace(whole, '').trim()
  if (!isNumber(number) || digitsOf(number).length < 7) return void found.rest.push(piece)
  found.numbers.push(number)
  found.remarks.push(`${inBrackets ?? behind ?? ''} ${number}`.trim())
}

/** Digits without the country code of China: what makes two written numbers the same. */
export function digitsOf(number: string): string {
  const digits = number.normalize('NFKC').replace(/\D/gu, '')
  return /^(0086|86)1[3-9]\d{9}$/u.test(digits) ? digits.slice(-11) : digits
}

export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/u.test(digitsOf(number))
