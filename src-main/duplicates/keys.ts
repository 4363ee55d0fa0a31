// The keys of a customer: short texts kept in an index, two customers with a key in common may be one.
import { mailOf, phoneDigits, siteDomain, taxDigits } from './addresses'
import { companyName } from './companyName'
import { type NearKind, nearKeys, nearKeysAsked } from './nearNames'

/** What is compared, of a kept customer or of one being typed. */
export interface Compared {
  name?: string | null
  shortName?: string | null
  phone?: string | null
  otherPhones?: string | null
  mail?: string | null
  otherMails?: string | null
  website?: string | null
  taxNumber?: string | null
}

/** Numbers and mails of somebody there. */
export interface ComparedContact {
  phone?: string | null
  otherPhones?: string | null
  mail?: string | null
  otherMails?: string | null
}

/**
 * `n` whole name, `c` core of a name, `b` what remains of the core without the trade, `p` phone, `q` phone of a contact,
 * `t` tax number, `e` mail, `d` domain; `y`, `f`, `g` and `a` for names that are nearly one (nearNames).
 */
export type KeyKind = 'n' | 'c' | 'b' | 'p' | 'q' | 't' | 'e' | 'd' | NearKind
export const keyOf = (kind: KeyKind, text: string): string => `${kind}:${text}`
export const kindOf = (key: string): KeyKind =>
  // keys are made by keyOf only
  key.slice(0, key.indexOf(':')) as KeyKind

const pieces = (...texts: readonly (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text ? text.split(/[;；、,，\n]/u) : [])).filter((text) => text.trim() !== '')

/**
 * Reads the dictionaries of sounds and places, which takes 50 ms the first time: before somebody waits for a save,
 * or a writing thread has its first turn.
 */
export const readDictionaries = (): void => void keysOf({ name: '上海某信科技有限公司' })

/** Keys under which the customer is found. */
export function keysOf(customer: Compared, contacts: readonly ComparedContact[] = []): Set<string> {
  const keys = new Set<string>()
  if (customer.name) addName(keys, customer.name)
  if (customer.shortName) keys.add(keyOf('c', companyName(customer.shortName).core))
  const tax = taxDigits(customer.taxNumber ?? '')
  if (tax !== '') keys.add(keyOf('t', tax))
  const domain = siteDomain(customer.website ?? '')
  if (domain !== '') keys.add(keyOf('d', domain))
  addReach(keys, customer, 'p')
  for (const contact of contacts) addReach(keys, contact, 'q')
  return keys
}

function addName(keys: Set<string>, name: string): void {
  const company = companyName(name)
  const { whole, core, brand, branch } = company
  if (whole === '') return
  keys.add(keyOf('n', whole))
  if (branch) return
  keys.add(keyOf('c', core))
  if (brand !== core) keys.add(keyOf('b', brand))
  for (const [kind, text] of nearKeys(company)) keys.add(keyOf(kind, text))
}

function addReach(keys: Set<string>, from: ComparedContact, kind: 'p' | 'q'): void {
  for (const text of pieces(from.phone, from.otherPhones)) {
    const digits = phoneDigits(text)
    if (digits !== '') keys.add(keyOf(kind, digits))
  }
  for (const text of pieces(from.mail, from.otherMails)) {
    const mail = mailOf(text)
    if (!mail) continue
    keys.add(keyOf('e', mail.address))
    if (mail.domain !== '') keys.add(keyOf('d', mail.domain))
  }
}

/** Keys under which those are kept that may be the same: a name in short is the beginning of one at length. */
export function keysAsked(customer: Compared, contacts: readonly ComparedContact[] = []): Set<string> {
  const keys = keysOf(customer, contacts)
  for (const key of [...keys]) {
    if (key.startsWith('p:')) keys.add(keyOf('q', key.slice(2)))
    if (key.startsWith('q:')) keys.add(keyOf('p', key.slice(2)))
  }
  if (!customer.name) return keys
  const company = companyName(customer.name)
  const { core, brand, branch } = company
  if (branch) return keys
  keys.add(keyOf('c', brand))
  keys.add(keyOf('b', core))
  keys.add(keyOf('b', brand))
  for (const [kind, text] of nearKeysAsked(company)) keys.add(keyOf(kind, text))
  return keys
}
