// One card as one line of a table. What has no column of its own is kept as text in `other`, so nothing is lost.
import { vcardColumns, type RowNote, type VcardColumn } from '@shared/features/importExport/reading'
import { bytes, limits } from './limits'
import { photoOf } from './vcardPhoto'
import type { Line } from './source'
import { splitValue, textOf, unescaped, type Property } from './vcardLines'

export interface Card {
  properties: Property[]
  notes: RowNote[]
}

type Values = Record<VcardColumn, string[]>

/** Kept by programs for themselves; no fact about a person. */
const technical =
  /^(BEGIN|END|VERSION|PRODID|REV|UID|SORT-STRING|MAILER|TZ|GEO|CLASS|SOURCE|KIND|CLIENTPIDMAP|XML|PROFILE|NAME|KEY|SOUND|LANG|FBURL|CALURI|CALADRURI|X-ABADR|X-ABLABEL|X-ABSHOWAS|X-ABUID|X-COUCHDB-.*|X-EVOLUTION-FILE-AS|X-EVOLUTION-WEBDAV.*|X-MOZILLA-.*|X-MS-OL-.*|X-MS-CARDPICTURE|X-PHONETIC-.*|X-IMAGE.*|X-SHARED-PHOTO.*|X-ACCOUNT|LOGO)$/u

/** @param encoding of the file, for values that name none */
export function cardLine(card: Card, line: number, encoding: string): Line {
  // every column is there from the start
  const values = Object.fromEntries(vcardColumns.map((column) => [column, [] as string[]])) as Values
  const notes = [...card.notes]
  const read = (property: Property) => textOf(property, encoding)
  const labels = labelsOf(card, read)
  for (const property of card.properties) {
    if (property.name === 'PHOTO') continue
    const handler = handlers[property.name]
    if (!handler && technical.test(property.name)) continue
    const text = read(property)
    if (text.includes('\u{fffd}')) notes.push({ code: 'unreadableCharacters' })
    const label = labels.get(property.group)
    handler?.(values, text, property)
    if (label || !handler) other(values, label ?? property.name, text)
  }
  const photo = photoOf(card.properties, read)
  if (photo?.link) other(values, 'PHOTO', photo.link)
  if (photo?.link) notes.push({ code: 'photoElsewhere' })
  if (photo?.data && photo.data.length > bytes(limits.photoMb)) notes.push({ code: 'photoTooLarge' })
  settleNames(values)
  settleRoles(values, card.properties.filter(({ name }) => name === 'ROLE').map(read))
  if (!Object.values(values).flat().some(Boolean) && !photo) notes.push({ code: 'cardEmpty' })
  const cells = vcardColumns.map((column) => joined(column, values[column]))
  const column = vcardColumns.indexOf('photo')
  const fits = photo?.data && photo.data.length <= bytes(limits.photoMb) ? photo : undefined
  if (fits) cells[column] = fits.name
  const files = fits?.data && [
    { column, name: fits.name, mediaType: fits.mediaType, base64: fits.data.toString('base64') },
  ]
  return { line, cells, ...(notes.length > 0 && { notes }), ...(files && { files }) }
}

const joined = (column: VcardColumn, found: string[]): string =>
  [...new Set(found.map((value) => value.trim()))]
    .filter(Boolean)
    .join(/^(note|other|address|url)$/u.test(column) ? '\n' : '; ')

const other = (values: Values, name: string, text: string): void => {
  const value = unescaped(text)
  if (value && value.length <= 1_000 && !/^urn:uuid:/iu.test(value))
    values.other.push(`${name}: ${value.replace(/^;+|;+$/gu, '')}`)
}

/** Apple names a property by a second one of the same group: item2.X-ABLabel:助理. */
function labelsOf(card: Card, read: (property: Property) => string): Map<string, string> {
  const named = card.properties.filter(({ name, group }) => name === 'X-ABLABEL' && group)
  const pairs = named.map((property): [string, string] => [
    property.group,
    unescaped(read(property)).replace(/^_\$!<(.*)>!\$_$/u, '$1'),
  ])
  return new Map(pairs.filter(([, label]) => label && !/^(home|work|homepage|mobile|other|main|iphone)$/iu.test(label)))
}

type Handler = (values: Values, text: string, property: Property) => void

const put =
  (column: VcardColumn): Handler =>
  (values, text) =>
    void values[column].push(unescaped(text))

const handlers: Record<string, Handler> = {
  FN: put('name'),
  N(values, text) {
    const [family = '', given = '', middle = ''] = splitValue(text, ';').map((part) => part.replace(/,/gu, ' '))
    values.familyName.push(family)
    values.givenName.push([given, middle].filter(Boolean).join(' ').replace(/ {2,}/gu, ' '))
  },
  NICKNAME: put('nickname'),
  ORG(values, text) {
    const [organization = '', ...units] = splitValue(text, ';')
    values.organization.push(organization)
    values.department.push(units.filter(Boolean).join(' / '))
  },
  TITLE: put('title'),
  ROLE: () => undefined,
  TEL: (values, text, property) =>
    void phone(values, unescaped(text).replace(/^tel:/iu, '').replace(/;ext=/iu, ' ext '), property),
  EMAIL: (values, text) => void values.mail.push(unescaped(text).replace(/^mailto:/iu, '')),
  ADR: (values, text) => address(values, splitValue(text, ';')),
  LABEL: (values, text) => void (values.address.length === 0 && values.address.push(unescaped(text))),
  URL: put('url'),
  'X-QQ': put('qq'),
  'X-TENCENT-QQ': put('qq'),
  'X-WECHAT': put('wechat'),
  'X-WEIXIN': put('wechat'),
  IMPP: messenger,
  'X-SOCIALPROFILE': messenger,
  BDAY: (values, text, property) => void values.birthday.push(birthday(text, property)),
  GENDER: (values, text) => void values.gender.push(splitValue(text, ';')[0] ?? ''),
  'X-GENDER': put('gender'),
  CATEGORIES: (values, text) => void values.categories.push(...splitValue(text, ',')),
  NOTE: put('note'),
  AGENT: (values, text) => other(values, 'AGENT', agent(text)),
}

function phone(values: Values, number: string, { types }: Property): void {
  const digits = number.replace(/[,;].*$|[\s()（）-]/gu, '')
  // service numbers and numbers with an area code are no mobiles, whatever the card says
  const landline = /^((400|800)\d{7}|(95|96|10|12)\d{3,8}|\d{3,8}|0\d{9,11})$/u.test(digits)
  const cell = types.has('cell') || types.has('iphone') || (types.size === 0 && /^(\+?86)?1[3-9]\d{9}$/u.test(digits))
  values[types.has('fax') ? 'fax' : cell && !landline ? 'mobile' : 'phone'].push(number)
}

function address(values: Values, parts: string[]): void {
  const [box = '', extended = '', street = '', city = '', province = '', postcode = '', country = ''] = parts
  const lines = [box, extended, street].filter(Boolean)
  const chinese = /\p{Script=Han}/u.test(parts.join(''))
  const whole = chinese ? [country, province, city, ...lines] : [...lines, city, province, postcode, country]
  const text = whole.filter(Boolean).join(chinese ? '' : ', ')
  if (!text) return
  values.address.push(text)
  if (values.street.length + values.city.length > 0) return
  values.country.push(country)
  values.province.push(province)
  values.city.push(city)
  values.street.push(lines.join(' '))
  values.postcode.push(postcode)
}

function messenger(values: Values, text: string, property: Property): void {
  const value = unescaped(text)
  const kind = `${property.params.get('X-SERVICE-TYPE') ?? ''} ${[...property.types].join(' ')} ${value}`
  const bare = value.replace(/^(x-apple|qq|weixin|wechat|im):/iu, '')
  if (/\bqq\b/iu.test(kind)) values.qq.push(bare)
  else if (/wechat|weixin|微信/iu.test(kind)) values.wechat.push(bare)
  else other(values, property.params.get('X-SERVICE-TYPE') ?? 'IM', value)
}

/** 'YYYY-MM-DD', or '--MM-DD' without a year; what is neither stays as it is. */
function birthday(text: string, property: Property): string {
  const [, year, month, day] = /^(\d{4}|-)-?(\d{2})-?(\d{2})/u.exec(text.trim()) ?? []
  if (!year || !month || !day) return unescaped(text)
  const omitted = property.params.get('X-APPLE-OMIT-YEAR') === year
  return `${omitted || year === '-' ? '-' : year}-${month}-${day}`
}

/** A card inside a card, written on one line or (2.1) on lines of its own. */
const agent = (text: string): string => {
  const inner = text.replace(/\\n/giu, '\n')
  const found = [...inner.matchAll(/^(FN|TEL|EMAIL)[^:\n]*:(.*)$/gimu)].map((match) => match[2]?.trim())
  return found.length > 0 ? found.join(', ') : text
}

function settleRoles(values: Values, roles: string[]): void {
  if (values.title.length === 0) values.title.push(...roles.map(unescaped))
  else for (const role of roles) other(values, 'ROLE', role)
}

function settleNames(values: Values): void {
  if (values.name.some(Boolean)) return
  const [family = ''] = values.familyName
  const [given = ''] = values.givenName
  const chinese = /\p{Script=Han}/u.test(family + given)
  values.name.push(chinese ? family + given : [given, family].filter(Boolean).join(' '))
}
