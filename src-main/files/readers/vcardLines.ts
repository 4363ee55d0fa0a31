// The syntax of vCards 2.1, 3.0 and 4.0: folded lines, quoted-printable, base64, charsets, groups and parameters.
// Works on bytes written as Latin-1 letters, because a fold may cut a sign in two and every line may name its charset.
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'

export interface Property {
  /** Upper case, without its group. */
  name: string
  group: string
  /** TYPE values and the bare words of 2.1, lower case. */
  types: Set<string>
  params: ReadonlyMap<string, string>
  /** Undecoded bytes. */
  raw: string
}

const isQuotedPrintable = (head: string): boolean => /;(encoding=)?"?quoted-printable/iu.test(head)
const isBase64 = (head: string): boolean => /;(encoding=)?"?(base64|b)("|;|$)/iu.test(head)

/** Joins folded lines; `lines` are physical lines without their ends. */
export async function* unfolded(lines: AsyncIterable<string>): AsyncIterable<string> {
  let current: string | undefined
  let head = ''
  for await (const line of lines) {
    if (current !== undefined && isQuotedPrintable(head) && current.endsWith('=')) {
      current = current.slice(0, -1) + line.replace(/^[ \t](?==)/u, '')
    } else if (current !== undefined && /^[ \t]/u.test(line)) {
      current += line.slice(1)
    } else if (current !== undefined && isBase64(head) && /^[\w+/]+=*$/u.test(line)) {
      current += line
    } else {
      if (current) yield current
      current = line
      head = line.slice(0, headEnd(line))
    }
  }
  if (current) yield current
}

/** Place of the colon that ends name and parameters; 0 when there is none. */
function headEnd(line: string): number {
  let quoted = false
  for (let at = 0; at < Math.min(line.length, 4_000); at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return Math.max(0, line.indexOf(':'))
}

/** The mark of UTF-8 in Latin-1 letters: at the start of a file, and within one where several were put together. */
const mark = /^\u{ef}\u{bb}\u{bf}/u

/** undefined for a line that is no property. */
export function parseProperty(given: string): Property | undefined {
  const line = given.replace(mark, '')
  const end = headEnd(line)
  if (end === 0) return undefined
  const [full = '', ...rest] = splitOutsideQuotes(line.slice(0, end))
  const dot = full.lastIndexOf('.')
  const name = full
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9-]+$/u.test(name)) return undefined
  const types = new Set<string>()
  const params = new Map<string, string>()
  for (const part of rest) {
    const [key = '', value] = cut(part, '=')
    const bare = (value ?? key).replaceAll('"', '').trim()
    if (value !== undefined && !/^type$/iu.test(key.trim())) params.set(key.trim().toUpperCase(), bare)
    else for (const type of bare.split(',')) types.add(type.trim().toLowerCase())
  }
  return { name, group: full.slice(0, Math.max(0, dot)).toLowerCase(), types, params, raw: line.slice(end + 1) }
}

function cut(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function splitOutsideQuotes(head: string): string[] {
  const parts = head.match(/(?:"[^"]*"|[^;"]|")+/gu)
  return parts ?? []
}

export type Coding = 'plain' | 'quotedPrintable' | 'base64'

export function codingOf(property: Property): Coding {
  const said = (property.params.get('ENCODING') ?? '').toLowerCase()
  const has = (word: string) => said === word || property.types.has(word)
  if (has('quoted-printable')) return 'quotedPrintable'
  return has('base64') || has('b') ? 'base64' : 'plain'
}

/** Bytes of a value, its transfer coding undone. */
export function bytesOf(property: Property): Buffer {
  const coding = codingOf(property)
  if (coding === 'base64') return Buffer.from(property.raw.replace(/\s/gu, ''), 'base64')
  const raw = coding === 'quotedPrintable' ? unquoted(property.raw) : property.raw
  return Buffer.from(raw, 'latin1')
}

const unquoted = (raw: string): string =>
  raw.replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** @param otherwise the encoding of the file, for values that neither name a charset nor are UTF-8 */
export function textOf(property: Property, otherwise: string): string {
  return decodedBy(bytesOf(property), property.params.get('CHARSET') ?? '', otherwise).replace(/\r\n?/gu, '\n')
}

function decodedBy(data: Buffer, charset: string, otherwise: string): string {
  if (charset && !/^utf-?8$/iu.test(charset) && iconv.encodingExists(charset)) {
    return iconv.decode(data, /^gb/iu.test(charset) ? 'gb18030' : charset)
  }
  try {
    return strictUtf8.decode(data)
  } catch {
    const lenient = data.toString('utf8')
    // phones cut long values in the middle of a sign: a scar at the end is no reason to doubt the rest
    const scars = lenient.split('\u{fffd}').length - 1
    if (charset && scars <= 2 + lenient.length * 0.05) return lenient
    return iconv.decode(data, otherwise === 'utf-8' ? 'gb18030' : otherwise)
  }
}

/** @example splitValue('ABC\\, Inc.;Sales', ';') // ['ABC, Inc.', 'Sales'] */
export function splitValue(text: string, sign: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) part += `\\${text[++at] ?? ''}`
    else if (text[at] === sign) {
      parts.push(part)
      part = ''
    } else part += text[at]
  }
  return [...parts, part].map(unescaped)
}

export const unescaped = (text: string): string =>
  text.replace(/\\([nN,;:\\"])/gu, (_, sign: string) => (/n/iu.test(sign) ? '\n' : sign)).trim()
