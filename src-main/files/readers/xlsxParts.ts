// The parts of an .xlsx beside its sheets: the list of sheets, number formats, and the texts that cells share.
import { posix } from 'node:path'
import { SSF } from '@e965/xlsx'
import type { SheetInfo } from '@shared/features/importExport/reading'
import { cleanText } from './cellText'
import { limits } from './limits'
import { ReadingError } from './readingError'
import type { OpenZip } from './zipFile'
import { parseAll } from './xmlStream'

export interface SheetPart {
  name: string
  hidden: SheetInfo['hidden']
  part: string
}

export interface Book {
  sheets: SheetPart[]
  date1904: boolean
}

/** @throws ReadingError damaged when there is no workbook in it */
export async function readBook(zip: OpenZip): Promise<Book> {
  const start = [...(await targets(zip, '_rels/.rels', '')).values()].find(({ kind }) => kind === 'officeDocument')
  const part = start?.part ?? 'xl/workbook.xml'
  if (!zip.find(part)) throw new ReadingError('damaged')
  const folder = posix.dirname(part)
  const related = await targets(zip, `${folder}/_rels/${posix.basename(part)}.rels`, folder)
  const sheets: SheetPart[] = []
  let date1904 = false
  await parseAll(zip, part, {
    open(name, attributes) {
      // a second one, of an extension, does not say it
      if (name === 'workbookPr') date1904 ||= /^(1|true|on)$/u.test(attributes['date1904'] ?? '')
      if (name !== 'sheet' || sheets.length >= limits.sheets) return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/u.test(key))?.[1]
      const target = related.get(id ?? '')
      if (target?.kind !== 'worksheet' || !zip.find(target.part)) return
      const state = attributes['state'] ?? ''
      const hidden = state === 'hidden' || state === 'veryHidden' ? state : 'no'
      sheets.push({ name: attributes['name'] ?? '', hidden, part: target.part })
    },
  })
  if (sheets.length === 0) throw new ReadingError('damaged')
  return { sheets, date1904 }
}

/** Relations of a part: id → kind and place. */
async function targets(
  zip: OpenZip,
  part: string,
  folder: string,
): Promise<Map<string, { kind: string; part: string }>> {
  const found = new Map<string, { kind: string; part: string }>()
  await parseAll(zip, part, {
    open(name, { Id: id, Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship' || !id) return
      const place = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      found.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), part: place })
    },
  })
  return found
}

/** Chinese built-in formats that the library does not know as such: days and times of day. */
const chineseDays = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
const chineseTimes = [32, 33, 34, 35, 55, 56]

/** Number format of every cell style, by its index. */
export async function readFormats(zip: OpenZip, folder = 'xl'): Promise<string[]> {
  // the library types its table loosely; it maps the built-in ids to formats
  const known = new Map<number, string>(
    Object.entries(SSF.get_table()).map(([id, format]) => [Number(id), String(format)]),
  )
  for (const id of chineseDays) known.set(id, 'yyyy/m/d')
  for (const id of chineseTimes) known.set(id, 'h:mm:ss')
  const formats: string[] = []
  let inStyles = false
  await parseAll(zip, `${folder}/styles.xml`, {
    open(name, attributes) {
      if (name === 'numFmt') known.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
      if (name === 'cellXfs') inStyles = true
      if (name === 'xf' && inStyles) formats.push(known.get(Number(attributes['numFmtId'] ?? 0)) ?? 'General')
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return formats
}

/** Texts by index; pronunciation hints are left out. @throws ReadingError tooManyCells */
export async function readSharedTexts(zip: OpenZip, folder = 'xl'): Promise<string[]> {
  const texts: string[] = []
  const reader = textReader()
  await parseAll(zip, `${folder}/sharedStrings.xml`, {
    open(name) {
      if (name === 'si') reader.start()
      else reader.open(name)
    },
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name)
      if (name !== 'si') return
      texts.push(cleanText(reader.whole()).text)
      if (texts.length > limits.streamedCells) throw new ReadingError('tooManyCells', { limit: limits.streamedCells })
    },
  })
  return texts
}

export interface TextReader {
  start(): void
  open(name: string): void
  text(text: string): void
  close(name: string): void
  whole(): string
}

/** Gathers the <t> of a rich text. */
export function textReader(): TextReader {
  let gathered = ''
  let inText = false
  let inHint = false
  return {
    start: () => void (gathered = ''),
    open(name) {
      if (name === 't') inText = !inHint
      if (name === 'rPh') inHint = true
    },
    text: (text) => void (inText && (gathered += text)),
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inHint = false
    },
    whole: () => withSigns(gathered),
  }
}

/** _x000D_ stands for a sign that XML cannot hold. */
export const withSigns = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
