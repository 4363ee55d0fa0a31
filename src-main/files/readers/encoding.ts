// The encoding of a text file: mark at its start, strict UTF-8 over the whole file, else Chinese by how common its signs are.
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { commonSigns } from './commonSigns'
import { ReadingError } from './readingError'

export interface TextEncoding {
  encoding: string
  bom: boolean
}

const SAMPLE = 512 * 1024

/** @throws ReadingError notATable for bytes that are no text in any encoding */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  const head = await sampleOf(path, 64 * 1024)
  const marked = byMark(head)
  if (marked) return { encoding: marked, bom: true }
  const wide = wideWithoutMark(head)
  if (wide) return { encoding: wide, bom: false }
  if (head.includes(0)) throw new ReadingError('notATable')
  if (await isUtf8(path)) return { encoding: 'utf-8', bom: false }
  return { encoding: chineseOrOther(await highBytes(path)), bom: false }
}

function byMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: separators and line ends have a zero byte on one side only. */
function wideWithoutMark(head: Buffer): string | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (head.length % 2 === 1 || even + odd < head.length * 0.02) return undefined
  const encoding = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : undefined
  return encoding && !iconv.decode(head, encoding).includes('\u{0}') ? encoding : undefined
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Lines with bytes above 127 only: long English tables must not hide the few Chinese names in them. */
async function highBytes(path: string): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const data: Buffer = Buffer.concat([rest, chunk])
    const end = data.lastIndexOf(10)
    rest = data.subarray(end + 1)
    for (const line of linesIn(data.subarray(0, end + 1))) {
      if (size > SAMPLE) return Buffer.concat(parts)
      if (!line.some((byte) => byte > 127)) continue
      parts.push(line)
      size += line.length
    }
  }
  return Buffer.concat([...parts, rest])
}

function* linesIn(data: Buffer): Iterable<Buffer> {
  for (let from = 0; from < data.length;) {
    const end = data.indexOf(10, from)
    yield data.subarray(from, end < 0 ? data.length : end + 1)
    if (end < 0) return
    from = end + 1
  }
}

/** @example chineseOrOther(iconv.encode('张伟,上海', 'gbk')) // 'gb18030' */
export function chineseOrOther(sample: Buffer): string {
  const gb = likelihood(sample, 'gb18030')
  const big5 = likelihood(sample, 'big5')
  // in doubt the script of the mainland
  if (Math.max(gb, big5) > 0.25) return big5 > gb + 0.04 ? 'big5' : 'gb18030'
  const [other] = analyse(sample)
  const sure = other && other.confidence >= 60 && /^(Shift_JIS|EUC-KR|windows-1251)$/iu.test(other.name)
  // western tables are written by Windows, whatever else their letters would allow
  return sure ? other.name.toLowerCase() : 'windows-1252'
}

/** 1: every sign is an everyday one in this encoding; 0: none, or the bytes do not fit. */
function likelihood(sample: Buffer, encoding: string): number {
  const text = iconv.decode(sample, encoding)
  let signs = 0
  let score = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (code < 128) continue
    signs++
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) score -= 2
    else score += weightOf(sign, code, encoding)
  }
  return signs === 0 ? 0 : score / signs
}

function weightOf(sign: string, code: number, encoding: string): number {
  if (commonSigns.has(sign)) return 1
  if (/[，。、；：？！（）《》“”‘’【】￥·—…\u{3000}０-９Ａ-Ｚａ-ｚ]/u.test(sign)) return 0.8
  if (code < 0x4e00 || code > 0x9fff) return 0
  return isEveryday(sign, encoding) ? 0.55 : 0.05
}

/** First level of either standard: the signs people use. */
function isEveryday(sign: string, encoding: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(sign, encoding)
  return encoding === 'big5' ? lead >= 0xa4 && lead <= 0xc6 : lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1
}

async function sampleOf(path: string, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: length - 1 })) parts.push(chunk)
  return Buffer.concat(parts)
}
