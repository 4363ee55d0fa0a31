// A part of a workbook as XML events, chunk by chunk. Knows no entities but the five of XML, so none can explode.
import { SaxesParser } from 'saxes'
import type { OpenZip } from './zipFile'
import { ReadingError } from './readingError'

export interface XmlEvents {
  /** Names without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Parses a part; every turn of the loop is one chunk done. A missing part has no events. @throws ReadingError damaged */
export async function* parsed(zip: OpenZip, part: string, events: XmlEvents): AsyncIterable<void> {
  const entry = zip.find(part)
  if (!entry) return
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', (tag) => events.close?.(local(tag.name)))
  const source = await zip.stream(entry)
  try {
    for await (const chunk of source.setEncoding('utf8')) {
      parser.write(String(chunk))
      yield
    }
    parser.close()
    yield
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('damaged')
  } finally {
    source.destroy()
  }
}

export async function parseAll(zip: OpenZip, part: string, events: XmlEvents): Promise<void> {
  const turns = parsed(zip, part, events)[Symbol.asyncIterator]()
  while (!(await turns.next()).done);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
