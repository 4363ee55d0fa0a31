// Reads a pasted text - a business card, a signature, a message - into what it says of a company and a person.
// Pure rules, no guessing beyond the text: everything is shown for confirmation, what found no place is kept.
import { type Found, nothingFound, type PasteProposal, proposalOf } from './found'
import { addNumber, digits, takeNumbers } from './numbers'
import { isWesternName, takeName, takePerson, takePost } from './people'
import { regionIn } from './region'
import { readSentence, type Sentence } from './sentences'
import { edges, takeAddress, takeBank, takeCode, takeCompany, takeWechat } from './taking'
import { politeness, withoutSurroundings } from './tidying'
import { isVcard, readVcard } from './vcardText'
import {
  addressPattern,
  companyInText,
  companyPattern,
  departmentPattern,
  fieldOfLabel,
  labelAlone,
  labelled,
  type PieceField,
  postPattern,
  westernAddress,
  westernCompany,
  westernPost,
} from './words'

/** More than this is a document, not a card. */
export const pasteMax = 4000

/** @example readPaste('苏州德力信息技术有限公司\n王建国 销售总监\n13800138000').contact // { name: '王建国', … } */
export function readPaste(text: string): PasteProposal {
  const plain = tidied(text.slice(0, pasteMax))
  const found = nothingFound()
  if (isVcard(plain)) readVcard(found, plain)
  else readLines(found, withoutSurroundings(plain))
  if (saysNothing(found)) readNotes(found)
  found.rest = found.rest.filter((piece) => !saidAlready.test(piece) && !politeness.test(piece))
  return proposalOf(found)
}

const saysNothing = ({ company, name, mobiles, phones, mails }: Found): boolean =>
  company === '' && name === '' && mobiles.length + phones.length + mails.length === 0

/** A contact kept in a chat says all of it in the remark. */
function readNotes(found: Found): void {
  for (const note of found.notes.splice(0)) readLines(found, note)
}

/** Whether a text may be worth offering: short enough, with a number or mail and something to call it. */
export function looksLikeCard(text: string): boolean {
  if (text.trim().length < 8 || text.length > pasteMax || text.includes('\t\t')) return false
  const { customer, contact } = readPaste(text)
  const reached = [customer, contact ?? {}].some(({ phone, mail }) => phone !== undefined || mail !== undefined)
  return reached && customer['name'] !== undefined
}

/** Was understood, or says nothing. */
const saidAlready = /^[（(]?(?:手机)?(?:微信|同)?(?:微信|同号|同步)[)）]?$/u

const tidied = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[！-～]/gu, (sign) =>
      '，；：（）｜'.includes(sign) ? sign : String.fromCharCode((sign.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/[\u3000\u00a0\u2002\u2003]/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\ufeff]/gu, '')
    .replace(/[\p{Extended_Pictographic}\ufe0f]/gu, (sign) => (/[©®™]/u.test(sign) ? '' : '\n').replace(/\d/u, sign))
    .replace(/【\s*(\p{Script=Han}{2,6})\s*】\s*[:：]?/gu, '\n$1：')
    .replace(/[“”「」『』《》"]/gu, '')

function readLines(found: Found, text: string): void {
  if (
    /(?:微信|vx|wx|v信|wechat)[\s:：）)]*(?:同号|同手机|同上|同步|号同)|(?:同|兼|手机\/|电话\/|手机\+)(?:微信|vx|wx|v信)|手机微信|[（(]微信[)）]/iu.test(
      text,
    )
  )
    found.wechat = 'same'
  let waiting: PieceField | null = null
  for (const line of text.split('\n'))
    for (const { field, value } of piecesOf(line)) {
      if (value === '') {
        waiting = field
        continue
      }
      take(found, field ?? waiting, value)
      waiting = null
    }
  if (found.wechat === 'same') found.wechat = found.mobiles[0] ?? ''
  if (found.company === '') promote(found)
}

interface Piece {
  field: PieceField | null
  value: string
}

/** A line cut at its labels. */
function piecesOf(line: string): Piece[] {
  const bare = labelAlone(line)
  if (bare) return [{ field: bare, value: '' }]
  const marks = [...line.matchAll(labelled)]
  const first = line.slice(0, marks[0]?.index ?? line.length).replace(edges, '')
  const pieces: Piece[] = first === '' ? [] : [{ field: null, value: first }]
  marks.forEach((mark, at) => {
    const field = fieldOfLabel(mark.groups ?? {}) ?? null
    const value = line.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? line.length).replace(edges, '')
    pieces.push({ field, value })
  })
  return pieces
}

const openly: Partial<Record<PieceField, (found: Found, value: string) => void>> = {
  company: (found, value) => takeCompany(found, value),
  name: (found, value) => takeNamed(found, value),
  post: (found, value) => void (found.post ||= value),
  department: (found, value) => void (found.department ||= value),
  wechat: (found, value) => takeWechat(found, value),
  qq: (found, value) => void (found.qq ||= /\d{5,12}/u.exec(value)?.[0] ?? ''),
  postcode: (found, value) => takePostcode(found, value),
  bankName: (found, value) => takeBank(found, value),
  bankAccount: (found, value) => void (found.bankAccount ||= value.replace(/\s+/gu, ' ')),
  industry: (found, value) => void (found.industry ||= value),
  note: (found, value) => void found.notes.push(value),
}

function take(found: Found, field: PieceField | null, value: string): void {
  const known = field === null ? undefined : openly[field]
  if (known) return known(found, value)
  if (field === 'address') return takeAddress(found, takeNumbers(found, value, null).replace(/\n/gu, ' ').trim())
  const left = takeNumbers(found, value, field)
  if (field === 'taxNumber') return void (found.taxNumber ||= /[0-9A-Z]{15,20}/iu.exec(left)?.[0].toUpperCase() ?? '')
  for (const part of left.split('\n')) readOpen(found, part.replace(edges, ''))
}

function takePostcode(found: Found, value: string): void {
  const [code, rest = ''] = [/\d{5,6}/u.exec(value)?.[0] ?? '', value.replace(/\d{5,6}/u, '')]
  found.postcode ||= code
  if (rest.trim() !== '') readOpen(found, rest.replace(edges, ''))
}

/** The value of 联系人 often says more: 王建国（销售经理）13800138000. */
function takeNamed(found: Found, value: string): void {
  const parts = takeNumbers(found, value, null)
    .split('\n')
    .map((part) => part.replace(edges, ''))
  for (const part of parts.filter((one) => one !== '')) {
    const [first = '', ...more] = part.split(/[\s/,，、|｜]+/u)
    if (/^[A-Za-z]/u.test(part) && isWesternName(part)) takeName(found, part)
    else if (!takePerson(found, part)) {
      if (!takePerson(found, first)) takeName(found, first)
      for (const one of more) readOpen(found, one)
    }
  }
}

const introduced =
  /(?:公司名?叫|我们公司是?|我公司是?|公司是|我是|我这边是|这边是|这里是|我们是|来自|就职于|我在|本人是|我司是|我司|我公司|敝司|你好|您好)[，,:：\s]*/gu
const named =
  /(?:我叫|我是|名字叫|姓名是|联系人是?|找|请联系|联系|的|叫我|本人)[，,\s]*(\p{Script=Han}{2,4})(?=[，,。；;、\s（(]|$|电话|手机|微信|，)/u

/** A piece without a label. */
function readOpen(found: Found, text: string): void {
  if (text === '' || /^[\W_]+$/u.test(text.replace(/\p{Script=Han}/gu, 'a'))) return
  if (!/\p{Script=Han}/u.test(text)) return readWestern(found, text)
  if (classify(found, text)) return
  const company = found.company === '' ? companyInText.exec(text.replace(introduced, '\n'))?.[0] : undefined
  if (company !== undefined && company.length < text.length) {
    found.company = company
    const [before = '', after = ''] = text.split(company)
    for (const part of [before.replace(introduced, ''), after.replace(/^的/u, '')])
      if (part !== '') readOpen(found, part.replace(edges, ''))
    return
  }
  const person = found.name === '' ? named.exec(text) : null
  if (person?.[1] && takePerson(found, person[1]))
    return readOpen(found, text.replace(person[0], ' ').replace(edges, ''))
  readTokens(found, text)
}

const separators = /[|｜,，;；、\t•●。！!]+|\s+[-–—/·]\s+|\s+|(?<=\p{Script=Han})[/／](?=[\p{Script=Han}A-Z])|[/／]$/u

/** Pieces of an address stand together. */
const isPlace = (token: string): boolean =>
  addressPattern.test(token) ||
  /^\p{Script=Han}{2,}(?:省|市|区|县|镇|乡|街道|路|街|园|大厦|广场|大楼)$/u.test(token) ||
  /^\d+(?:-\d+)*(?:号|楼|层|室|栋|幢|座|#)/u.test(token)

function readTokens(found: Found, text: string): void {
  const tokens = spacedName(text)
    .split(separators)
    .map((token) => token.replace(edges, ''))
    .filter((token) => token !== '')
  if (tokens.length === 1 && tokens[0] === text) return void found.rest.push(text)
  let place: string[] = []
  const endPlace = (): void => {
    const whole = place.join('')
    if (whole !== '' && addressPattern.test(whole)) takeAddress(found, whole)
    else place.forEach((one) => readToken(found, one))
    place = []
  }
  for (const token of tokens) {
    if (isPlace(token) && !companyPattern.test(token)) place.push(token)
    else {
      endPlace()
      readToken(found, token)
    }
  }
  endPlace()
}

/** 王 建 国 */
const spacedName = (text: string): string =>
  text.replace(/(?<=^|\s)(\p{Script=Han}) +(\p{Script=Han})(?: +(\p{Script=Han}))?(?=\s|$)/gu, '$1$2$3')

function readToken(found: Found, token: string): void {
  if (
    /^[（(]?(?:您好|你好|谢谢|名片|我的名片|请惠存|收|敬上|此致|祝好|微信同号|同微信|手机微信同号|电话|手机|微信)[)）]?$/u.test(
      token,
    )
  )
    return
  const bare = token.replace(/^(?:请?找|请?联系|我叫|我是|叫我|老客户|介绍[:：])/u, '')
  if (!classify(found, bare.length > 1 ? bare : token)) found.rest.push(token)
}

function classify(found: Found, text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) {
    readWestern(found, text)
    return true
  }
  const clear = text.length <= 40 && !/[，,。；;]/u.test(text)
  if (
    clear &&
    companyPattern.test(text) &&
    !/\s/u.test(text) &&
    !/(?:我是|我们|这里是|的)/u.test(text) &&
    !addressPattern.test(text)
  ) {
    takeCompany(found, text)
    return true
  }
  if (clear && takePerson(found, text)) return true
  if (clear && !/\s/u.test(text) && takePost(found, text)) return true
  if (addressPattern.test(text) && !companyInText.test(text) && !/\s.*(?:经理|总监|先生)/u.test(text) && clear) {
    takeAddress(found, text)
    return true
  }
  return /^\d{6}$/u.test(text) && takeCode(found, text)
}

/** Without a word for a street: parts with commas, and a postcode among them. */
const farAddress = /^(?=[^@]*\b\d{5,6}\b)(?=[^,]*\p{L}{2,}[^,]*,[^,]*\p{L}{3,}).{12,}$/u

function takeSentence(found: Found, { company, name, post, rest }: Sentence): void {
  takeCompany(found, company)
  if (name !== '') takeName(found, name)
  if (post !== '') takePost(found, post)
  // 'Please contact … of …' says no more
  if ((rest.match(/\p{L}{3,}/gu) ?? []).length > 3) found.rest.push(rest.replace(edges, ''))
}

function readWestern(found: Found, text: string): void {
  const parts = text.split(/\s*[|•]\s*|\s{3,}|\s+[-–—]\s+/u).map((part) => part.replace(edges, ''))
  if (parts.length > 1) return parts.forEach((part) => readWestern(found, part))
  if (text === '') return
  if (/^\d{6}$/u.test(text)) return void (takeCode(found, text) || found.rest.push(text))
  const [before = '', after = ''] = text.split(/,\s*(?=[^,]+$)/u)
  const sentence = readSentence(text)
  if (sentence) return takeSentence(found, sentence)
  if (farAddress.test(text) && !westernCompany.test(text)) return takeAddress(found, text)
  if (westernCompany.test(text) && !(westernAddress.test(text) && /\d/u.test(text))) return takeCompany(found, text)
  if (isWesternName(text) && found.name === '') return takeName(found, text)
  if (isWesternName(before) && westernPost.test(after)) {
    takeName(found, before)
    return void takePost(found, after)
  }
  if (westernAddress.test(text) && (/\d/u.test(text) || found.address.length > 0)) return takeAddress(found, text)
  if (westernPost.test(text) || departmentPattern.test(text)) return void takePost(found, text)
  if (digits(text).length >= 7 && digits(text).length / text.length > 0.6) return addNumber(found, text, 'phone')
  found.rest.push(text)
}

/** Without anything that says company, a first line of some length that is nothing else is its name. */
function promote(found: Found): void {
  const at = found.rest.findIndex(
    (piece) =>
      piece.length >= 3 &&
      piece.length <= 30 &&
      !/[，,。！!？?：:的了]/u.test(piece) &&
      !postPattern.test(piece) &&
      // 东莞长安 is where they are
      !(piece.length <= 4 && regionIn(piece) !== ''),
  )
  const other = found.name !== '' && found.mobiles.length + found.phones.length + found.mails.length > 0
  if (at >= 0 && (other || found.phones.length > 0)) found.company = found.rest.splice(at, 1)[0] ?? ''
}
