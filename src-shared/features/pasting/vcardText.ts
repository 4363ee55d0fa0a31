// A vCard pasted as text: 2.1, 3.0 and 4.0, folded lines, quoted-printable.
import type { Found } from './found'
import { addNumber, takeNumbers } from './numbers'

export const isVcard = (text: string): boolean => /^\s*BEGIN:VCARD/iu.test(text)

interface Property {
  name: string
  params: string
  value: string
}

export function readVcard(found: Found, text: string): void {
  const card = text.split(/END:VCARD/iu)[0] ?? ''
  const properties = unfolded(card).split('\n').flatMap(propertyOf)
  for (const property of properties) takeProperty(found, property)
  const structured = properties.find(({ name }) => name === 'N')?.value.split(';') ?? []
  if (found.name === '') found.name = nameOf(structured)
  // 号码百科 cards: an organisation as the person
  if (found.name !== '' && found.company === found.name) found.name = ''
}

/** Quoted-printable goes on after an = at the end, everything else where the next line begins with a space. */
const unfolded = (text: string): string =>
  text.replace(/=\n(?=[^:\n]*(?:=[0-9A-F]{2}|$))/giu, '').replace(/\n[ \t]/gu, '')

function propertyOf(line: string): Property[] {
  const found = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/u.exec(line.trim())
  if (!found?.[1]) return []
  const [, name, params = '', raw = ''] = found
  const decoded = /QUOTED-PRINTABLE/iu.test(params) ? quoted(raw) : raw
  return [
    {
      name: name.toUpperCase(),
      params: params.toUpperCase(),
      value: decoded
        .replace(/\\n/giu, ' ')
        .replace(/\\([,;:\\])/gu, '$1')
        .trim(),
    },
  ]
}

function quoted(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%/gu, '%25').replace(/=([0-9A-F]{2})/giu, '%$1'))
  } catch {
    return text
  }
}

const nameOf = ([family = '', given = '', middle = '']: readonly string[]): string => {
  const chinese = /\p{Script=Han}/u.test(family + given)
  return chinese ? `${family}${middle}${given}` : [given, middle, family].filter((part) => part !== '').join(' ')
}

const takers: Record<string, (found: Found, property: Property) => void> = {
  FN: (found, { value }) => void (found.name ||= value),
  ORG(found, { value }) {
    const [company = '', department = ''] = value.split(';')
    found.company ||= company
    found.department ||= department
  },
  TITLE: (found, { value }) => void (found.post ||= value),
  TEL(found, { params, value }) {
    const number = value.replace(/^tel:/iu, '')
    if (number.trim() !== '') addNumber(found, number, /FAX/u.test(params) ? 'fax' : 'phone')
  },
  EMAIL: (found, { value }) => void takeNumbers(found, value.replace(/^mailto:/iu, ''), 'mail'),
  URL: (found, { value }) => void (found.website ||= value),
  ADR(found, { value }) {
    const [, extended = '', street = '', city = '', province = '', code = '', country = ''] = value
      .split(';')
      .map((part) => part.trim())
    found.postcode ||= code
    const chinese = /\p{Script=Han}/u.test(value)
    const parts = chinese
      ? [province, province === city ? '' : city, street, extended]
      : [extended, street, city, province, country]
    const whole = parts.filter((part) => part !== '').join(chinese ? '' : ', ')
    if (whole !== '' && found.address.length === 0) found.address.push(whole)
  },
  NOTE: (found, { value }) => void (value !== '' && found.notes.push(value)),
  'X-QQ': (found, { value }) => void (found.qq ||= value),
  'X-WECHAT': (found, { value }) => void (found.wechat ||= value),
}

function takeProperty(found: Found, property: Property): void {
  if (property.value !== '') takers[property.name]?.(found, property)
}
