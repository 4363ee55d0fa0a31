// What can only be said once the whole row is known: whose numbers these are, who the customer is, what was said when.
import { findRegion } from '@shared/regions'
import { splitMails } from './cellLists'
import { looksLikeCompany, nameKey } from './companyNames'
import type { FollowUpDraft, Values } from './draft'
import { addNote, type Building, type Found, type Reach, warn } from './building'
import { splitEntries, wayIn } from './followUpText'
import { isMobile, splitPhones } from './phones'
import { formatPatterns } from '@shared/fields/formats'
import { templateMark } from './templateWords'

export function settleDraft(building: Building): void {
  const { draft, people } = building
  for (const person of people) settleName(building, person)
  takeCompanyFromName(building)
  const named = people.filter(({ values }) => typeof values['name'] === 'string')
  settleCompany(building, named)
  if (draft.refused !== null) return
  settleReach(building, named)
  settlePlace(building)
  draft.contacts = named.map(({ values }) => values)
  settleIndividual(building)
  settleFollowUps(building)
  dropRepeated(building)
}

/** A column that only says the name again says nothing. */
function dropRepeated({ draft }: Building): void {
  const names = [draft.customer, ...draft.contacts].map(({ name }) => name)
  draft.notes = draft.notes.filter(({ value }) => !names.includes(value))
}

type Person = Building['people'][number]

function settleName(building: Building, { values, from }: Person): void {
  const [family, given] = [values['familyName'], values['givenName']].map((part) =>
    typeof part === 'string' ? part : '',
  )
  delete values['familyName']
  delete values['givenName']
  const whole = /\p{Script=Han}/u.test(`${family}${given}`) ? `${family}${given}` : `${given} ${family}`.trim()
  if (values['name'] === undefined && whole !== '') values['name'] = whole
  const name = String(values['name'] ?? '').toLowerCase()
  for (const [field, part] of [
    ['familyName', family],
    ['givenName', given],
  ] as const) {
    const column = from.get(field)
    const missing =
      part &&
      !part
        .toLowerCase()
        .split(/\s+/u)
        .every((word) => name.includes(word))
    if (column && missing) addNote(building, column, part)
  }
}

/** A card of a company says its name where a person's would stand. */
function takeCompanyFromName({ draft, people }: Building): void {
  for (const { values } of people) {
    const { name } = values
    if (typeof name !== 'string') continue
    const company = draft.customer['name']
    if (company === undefined && looksLikeCompany(name)) draft.customer['name'] = name
    const same = typeof draft.customer['name'] === 'string' && nameKey(draft.customer['name']) === nameKey(name)
    if (same) delete values['name']
  }
}

/** The customer is the company; without one, the person. Without either the row says too little. */
function settleCompany(building: Building, named: Person[]): void {
  const { draft } = building
  const person = named[0]
  if (typeof draft.customer['name'] === 'string') return refuseSpecial(building, draft.customer['name'])
  const name = person
    ? String(person.values['name'])
    : (building.company.mails[0] ?? building.auto.mails[0] ?? building.people[0]?.reach.mails[0])?.text
  if (name === undefined) return void (draft.refused = 'noName')
  if (!person) draft.problems.push({ line: draft.line, column: '', value: name, code: 'nameFromMail', warning: true })
  draft.customer['name'] = name.split(/[;\s]/u)[0] === name || person ? name : (name.split(/[;\s]/u)[0] ?? name)
  draft.individual = person !== undefined
  refuseSpecial(building, name)
}

const total = /^(合计|总计|小计|共计|总数|合\s+计|总\s+计|total|subtotal|sum)[:：\d\s家个条位]*$/iu

/** Sums below a table, and the examples of our own template. */
function refuseSpecial({ draft }: Building, name: string): void {
  if (total.test(name.trim())) draft.refused = 'totalLine'
  if (templateMark.test(name)) draft.refused = 'example'
}

function settleReach(building: Building, named: Person[]): void {
  const { draft, company, auto, people } = building
  const first = named[0]
  const hasCompany = !draft.individual
  for (const person of people) {
    const isNamed = named.includes(person)
    // numbers of nobody, and those of a person who is the customer, are the customer's own
    if (isNamed && hasCompany) continue
    for (const kind of ['phones', 'mails', 'wechat', 'qq'] as const)
      company[kind].unshift(...person.reach[kind].splice(0))
    if (!isNamed) dropNameless(building, person)
  }
  for (const kind of ['mails', 'wechat', 'qq'] as const)
    (first && hasCompany ? first.reach : company)[kind].push(...auto[kind])
  for (const found of auto.phones) takeAutoPhone(building, first && hasCompany ? first.reach : company, found)
  putReach(building, company, draft.customer)
  for (const person of named) putReach(building, person.reach, person.values)
}

/** A mobile is a person's, a landline the company's. */
function takeAutoPhone({ company }: Building, personal: Reach, { text, column }: Found): void {
  for (const number of piecesOf(text))
    (isMobile(number) || company === personal ? personal : company).phones.push({ text: number, column })
}

/** Keeps remarks and what is no number with the piece it belongs to. */
function piecesOf(text: string): string[] {
  const { numbers, remarks, rest } = splitPhones(text)
  return remarks.length > 0 || rest.length > 0 ? [text] : numbers
}

/** What a row says of a contact it does not name. */
function dropNameless(building: Building, { values, from }: Person): void {
  const { draft } = building
  for (const [field, value] of Object.entries(values)) {
    const column = from.get(field)
    if (column && typeof value === 'string' && field === 'address') draft.customer['address'] ??= value
    else if (column && typeof value === 'string' && !field.startsWith('birthdayC')) addNote(building, column, value)
  }
}

function putReach(building: Building, reach: Reach, values: Values): void {
  const phones: string[] = []
  for (const { text, column } of reach.phones) {
    const { numbers, remarks, rest } = splitPhones(text)
    phones.push(...numbers.filter((number) => !phones.includes(number)))
    for (const piece of rest) warn(building, column, piece, 'phone')
    for (const remark of remarks) addNote(building, column, remark)
  }
  const mails: string[] = []
  for (const { text, column } of reach.mails)
    for (const mail of splitMails(text)) {
      if (formatPatterns.mail?.test(mail) && mail.length <= 120) mails.push(mail)
      else warn(building, column, mail, 'mail')
    }
  putSeveral(building, values, ['phone', 'otherPhones', 300], phones)
  putSeveral(building, values, ['mail', 'otherMails', 500], [...new Set(mails)])
  putSingle(building, values, 'wechat', reach.wechat, 60)
  putSingle(building, values, 'qq', reach.qq, 30)
}

function putSeveral(
  building: Building,
  values: Values,
  [main, others, max]: readonly [string, string, number],
  found: string[],
): void {
  const [first, ...more] = found
  if (first !== undefined) values[main] = first
  let kept = ''
  for (const one of more) {
    const longer = kept === '' ? one : `${kept}; ${one}`
    if (longer.length <= max) kept = longer
    else building.draft.notes.push({ heading: '', value: one })
  }
  if (kept !== '') values[others] = kept
}

function putSingle(building: Building, values: Values, field: string, found: Found[], max: number): void {
  for (const { text, column } of found) {
    if (values[field] === undefined && text.length <= max) values[field] = text
    else if (values[field] !== text) addNote(building, column, text)
  }
}

/** Region from its parts or from the address; the address then stands whole. */
function settlePlace({ draft: { customer } }: Building): void {
  const { country, province, city, district } = customer
  for (const part of ['country', 'province', 'city', 'district']) delete customer[part]
  const parts = [province, city, district].filter((part): part is string => typeof part === 'string')
  const written = typeof customer['address'] === 'string' ? customer['address'] : ''
  const abroad =
    typeof country === 'string' && !/^(中国|中华人民共和国|china|cn|prc|p\.?r\.? ?china)$/iu.test(country)
      ? [country]
      : []
  if (customer['region'] === undefined && abroad.length === 0)
    customer['region'] = findRegion(parts.join('')) ?? findRegion(written) ?? undefined
  if (customer['region'] === undefined) delete customer['region']
  const missing = [...parts, ...abroad].filter(
    (part, index, all) => !written.includes(part) && all.indexOf(part) === index,
  )
  if (missing.length === 0) return
  const chinese = missing.every((part) => /\p{Script=Han}/u.test(part))
  // the region says it already
  if (chinese && abroad.length === 0 && written === '' && typeof customer['region'] === 'string') return
  const whole = chinese
    ? `${missing.join('')}${written}`
    : [written, ...missing].filter((part) => part !== '').join(', ')
  if (whole.length <= 200) customer['address'] = whole
}

const beyondReach = /^(post|department|decisionRole|gender|birthday|hometown|interests|family|address)$/u

/** A person who is the customer is a contact too only if there is more to say than how to reach them. */
function settleIndividual({ draft }: Building): void {
  if (!draft.individual) return
  const [self] = draft.contacts
  if (self && typeof self['address'] === 'string' && draft.customer['address'] === undefined) {
    draft.customer['address'] = self['address']
    delete self['address']
  }
  if (!self || Object.keys(self).some((field) => beyondReach.test(field))) return
  if (typeof self['note'] === 'string') draft.notes.push({ heading: '', value: self['note'] })
  draft.contacts.shift()
}

function settleFollowUps(building: Building): void {
  const { draft, followUp, rules } = building
  // filled in by targets of follow-up fields only
  const { content, followedAt, nextAt, nextStep, way, result, person } = followUp as Partial<FollowUpDraft>
  const at = typeof followedAt === 'number' && followedAt <= rules.now ? followedAt : null
  if (typeof followedAt === 'number' && at === null) futureContact(building, followedAt)
  const entries = content ? splitEntries(content, { today: rules.today }) : []
  if (entries.length === 0 && (at !== null || nextAt !== undefined || nextStep !== undefined))
    entries.push({ at, content: nextStep ?? (at === null ? rules.words.nextContact : rules.words.lastContact) })
  splitLong(entries)
  const newest = entries.reduce(
    (best, entry, index) => ((entry.at ?? at ?? 0) > (entries[best]?.at ?? at ?? 0) ? index : best),
    0,
  )
  draft.followUps = entries.map((entry, index) => {
    const when = entry.at !== null && entry.at > rules.now ? null : entry.at
    const base = {
      content: entry.content,
      followedAt: when ?? at ?? null,
      way: way ?? wayIn(entry.content),
      ...(person === undefined ? {} : { person }),
    }
    const next = { ...(nextAt === undefined ? {} : { nextAt }), ...(nextStep === undefined ? {} : { nextStep }) }
    return index === newest ? { ...base, ...next, ...(result === undefined ? {} : { result }) } : base
  })
}

const longest = 10_000

/** What is too long for one follow-up becomes several of the same day. */
function splitLong(entries: { at: number | null; content: string }[]): void {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.content.length <= longest) continue
    entries.splice(
      index,
      1,
      { ...entry, content: entry.content.slice(0, longest) },
      { ...entry, content: entry.content.slice(longest) },
    )
  }
}

function futureContact(building: Building, at: number): void {
  const column = building.rules.columns.find((one) => one.target?.key === 'followUps.followedAt')
  const day = new Date(at)
  if (column) warn(building, column, `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`, 'future')
}
