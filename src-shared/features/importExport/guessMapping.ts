// Guesses what the columns of a foreign table mean: by their headings, by each other, by what is in them.
import { contactsRecord as contactsEn } from '@shared/locales/en/contacts'
import { customersRecord as customersEn } from '@shared/locales/en/customers'
import { followUpsRecord as followUpsEn } from '@shared/locales/en/followUps'
import { contactsRecord as contactsZh } from '@shared/locales/zh-CN/contacts'
import { customersRecord as customersZh } from '@shared/locales/zh-CN/customers'
import { followUpsRecord as followUpsZh } from '@shared/locales/zh-CN/followUps'
import { guessByContent } from './columnContent'
import { headingWords } from './headingWords'
import { vcardMapping } from './vcardMapping'
import { isKeyHeading } from './sheetEdits'
import { findTarget } from './targets'

/** Column index → target key. */
export type Mapping = Record<string, string>
export type GuessedBy = 'heading' | 'content' | 'remembered'
export interface Guess {
  mapping: Mapping
  by: Record<string, GuessedBy>
}

/** Case, width, signs, units and remarks in brackets do not matter. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
    .replace(/__c$/u, '')
    .replace(/[^\p{L}\p{N}#]/gu, '')

const known = new Map<string, string>()
for (const [target, words] of Object.entries(headingWords))
  for (const word of words.split(' '))
    if (!known.has(plainHeading(word))) known.set(plainHeading(word), target.replace('row.', ''))

type Labels = Record<string, string>
const ownLabels: { entity: 'customers' | 'contacts' | 'followUps'; fields: Labels }[] = [
  { entity: 'customers', fields: customersZh.fields },
  { entity: 'customers', fields: customersEn.fields },
  { entity: 'contacts', fields: contactsZh.fields },
  { entity: 'contacts', fields: contactsEn.fields },
  { entity: 'followUps', fields: followUpsZh.fields },
  { entity: 'followUps', fields: followUpsEn.fields },
]

/**
 * @param samples the first rows below the headings
 * @example guessMapping(['客户名称', '联系人', '手机'], []).mapping // { 0: 'customers.name', 1: 'contacts.name', 2: 'contacts.phone' }
 */
export function guessMapping(headings: readonly string[], samples: readonly (readonly string[])[], format = ''): Guess {
  if (format === 'vcf') return named(vcardMapping)
  const own = ofOwnExport(headings)
  if (own) return named(own)
  const guess = named(byHeadings(headings))
  for (const [column, target] of guessByContent(samples, headings, guess.mapping)) {
    guess.mapping[column] = target
    guess.by[column] = 'content'
  }
  return guess
}

const named = (mapping: Mapping): Guess => ({
  mapping: { ...mapping },
  by: Object.fromEntries(Object.keys(mapping).map((column) => [column, 'heading' as const])),
})

export const isOwnExport = (headings: readonly string[]): boolean => ofOwnExport(headings) !== null

/** A file we wrote ourselves: every heading is a field's label of one entity, its names among them. */
function ofOwnExport(headings: readonly string[]): Mapping | null {
  const filled = headings
    .map((heading) => heading.trim())
    .filter((heading) => heading !== '' && !/^(原因|reason)$/iu.test(heading) && !isKeyHeading(heading))
  for (const { entity, fields } of ownLabels) {
    const byLabel = new Map(Object.entries(fields).map(([key, label]) => [label, key]))
    const naming =
      entity === 'customers' ? ['name'] : entity === 'contacts' ? ['name', 'customerName'] : ['customerName', 'content']
    const has = (key: string): boolean => fields[key] !== undefined && filled.includes(fields[key])
    if (filled.length < 2 || !naming.every(has) || !filled.every((heading) => byLabel.has(heading))) continue
    return Object.fromEntries(
      headings.map((heading, column) => [String(column), ownTarget(entity, byLabel.get(heading.trim()) ?? '')]),
    )
  }
  return null
}

function ownTarget(entity: string, field: string): string {
  if (field === 'customerName' || (entity !== 'customers' && field === 'customerId')) return 'customers.name'
  if (field === 'contactName' || field === 'contactId') return 'contacts.name'
  if (entity !== 'customers' && field === 'createdAt') return 'skip'
  // what the host reckons itself comes back with the records it was reckoned from
  return findTarget(`${entity}.${field}`) ? `${entity}.${field}` : 'skip'
}

function byHeadings(headings: readonly string[]): Mapping {
  const plain = headings.map(plainHeading)
  const found = plain.map((heading, column) =>
    isKeyHeading(headings[column] ?? '') ? 'skip' : targetOf(heading, plain),
  )
  const has = (pattern: RegExp): boolean => found.some((target) => target !== undefined && pattern.test(target))
  const people = has(/^contacts\.(post|birthday|gender|department|phone|familyName|givenName)|^contacts\.mail/u)
  const beside = {
    company: has(/^customers\.name$/u),
    person: has(/^contacts\.(name|familyName)$/u),
    people,
    post: has(/^contacts\.post$/u),
    product: has(/^\?product$/u),
  }
  const mapping: Mapping = {}
  const taken = new Set<string>()
  for (const [column, first] of found.entries()) {
    const target = settled(first, beside)
    const joins = target !== undefined && (findTarget(target)?.joins ?? true)
    if (target === undefined || (taken.has(target) && !joins)) continue
    taken.add(target)
    mapping[column] = target
  }
  return mapping
}

interface Beside {
  company: boolean
  person: boolean
  people: boolean
  post: boolean
  product: boolean
}

/** 'name' is a person's beside a company or a post, a product's beside a price, else the customer's. */
function settled(target: string | undefined, beside: Beside): string | undefined {
  if (target === '?title') return beside.post ? undefined : 'contacts.post'
  if (target !== '?name') return target === '?product' ? undefined : target
  if (beside.product || beside.person) return undefined
  return beside.company || beside.people ? 'contacts.name' : 'customers.name'
}

const numbers: Record<string, number> = { 一: 1, 二: 2, 三: 3, 1: 1, 2: 2, 3: 3 }

/** '联系人2电话', '电话2', 'phone3', '第二联系人' */
function targetOf(heading: string, all: readonly string[]): string | undefined {
  if (heading === '') return undefined
  const exact = known.get(heading)
  if (exact && !/[123]$/u.test(heading)) return exact
  const [, ordinal = '', before = '', rest = ''] =
    /^(?:第([一二三]))?(?:联系人|contact)([一二三123])?的?(.*)$/u.exec(heading) ?? []
  const slot = numbers[ordinal] ?? numbers[before]
  if (slot !== undefined) return personal(rest === '' ? 'contacts.name' : known.get(rest), slot)
  const [, base = '', number = ''] = /^(.+?)([123一二三])$/u.exec(heading) ?? []
  const target = known.get(base) ?? exact
  if (target === undefined) return undefined
  const second = all.some((one) => /^(第二)?(联系人|contact|姓名)[2二]?/u.test(one) && /[2二]/u.test(one))
  return second || target === 'contacts.name' ? personal(target, numbers[number] ?? 1) : target
}

/** A target of the first contact as one of the nth. */
function personal(target: string | undefined, slot: number): string | undefined {
  const field = target?.replace(/^(contacts|reach)\./u, '')
  if (!target || field === target) return target
  return findTarget(slot > 1 ? `contacts${slot}.${field}` : `contacts.${field}`)?.key
}
