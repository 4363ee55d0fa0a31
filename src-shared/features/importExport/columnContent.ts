// What a column holds when its heading says nothing: numbers, mails, companies and people give themselves away.
import { looksLikeCompany } from './companyNames'
import { isMobile, splitPhones } from './phones'
import { findRegion } from '@shared/regions'
import { parseDay } from './days'

/** Share of filled cells that must agree. */
const most = 0.7

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文'
const chineseName = new RegExp(`^[${surnames}][\\p{Script=Han}]{1,2}(?:先生|女士|总|经理|工)?$`, 'u')
const westernName = /^[A-Z][a-z]+([ -][A-Z][a-z.]+){1,2}$/u
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u
const link = /^(https?:\/\/|www\.)\S+$/iu

const isPhone = (text: string): boolean => {
  const { numbers, rest } = splitPhones(text)
  const digits = numbers[0]?.replace(/\D/gu, '') ?? ''
  // a bare number without mark or area code could be anything
  return (
    rest.length === 0 &&
    (isMobile(digits) || /^(0\d{2,3}[- ]?\d{7,8}|400\d{7})$/u.test(digits) || /^\+\d{8,}/u.test(numbers[0] ?? ''))
  )
}
const isAddress = (text: string): boolean =>
  text.length >= 6 && /[路街道号村镇园楼]/u.test(text) && findRegion(text) !== null

const kinds: { target: string; looks(text: string): boolean }[] = [
  { target: 'reach.mail', looks: (text) => mail.test(text) },
  { target: 'reach.phone', looks: isPhone },
  { target: 'customers.website', looks: (text) => link.test(text) },
  { target: 'customers.address', looks: isAddress },
  {
    target: 'customers.name',
    looks: (text) => looksLikeCompany(text) && text.length >= 4 && text.length <= 60 && !/[。；;]/u.test(text),
  },
  { target: 'contacts.name', looks: (text) => chineseName.test(text) || westernName.test(text) },
]

/** Headings that say nothing, or that something is a name. */
const tellsLittle = /^(column|col|field|列|字段|第?\d*列?|[a-z])?\d*$|名|name|人|contact/iu

/** Targets for columns that have none yet, where nearly all cells agree. */
export function guessByContent(
  samples: readonly (readonly string[])[],
  headings: readonly string[],
  mapping: Record<string, string>,
): [string, string][] {
  const taken = new Set(Object.values(mapping))
  if (taken.has('contacts.familyName') || taken.has('contacts.givenName')) taken.add('contacts.name')
  const width = Math.max(headings.length, ...samples.map((row) => row.length))
  const found: [string, string][] = []
  for (let column = 0; column < width; column++) {
    if (mapping[column]) continue
    const cells = samples.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
    const kind = kindOf(cells)
    if (!kind || isTaken(taken, kind)) continue
    // a wrong name is worse than none: a column called 'manager' holds people too
    if (kind === 'contacts.name' && !tellsLittle.test(headings[column] ?? '')) continue
    taken.add(kind)
    found.push([String(column), kind])
  }
  return found
}

function kindOf(cells: readonly string[]): string | undefined {
  if (cells.length === 0 || cells.every((cell) => parseDay(cell, { today: '2000-01-01' }) !== null)) return undefined
  return kinds.find(({ looks }) => cells.filter(looks).length / cells.length >= most)?.target
}

/** One may have several numbers and mails, but one name and address. */
const isTaken = (taken: ReadonlySet<string>, kind: string): boolean => !/^reach/u.test(kind) && taken.has(kind)
