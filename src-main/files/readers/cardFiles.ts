// Several address book files read as one: phones and mail programs write a file for every person. Each keeps its own
// encoding, and one that holds no card is left out and told.
import { detectText } from './detectFormat'
import { startOf } from './delimited'
import { detectEncoding, type TextEncoding } from './encoding'
import { ReadingError } from './readingError'
import type { Line, TableSource } from './source'
import { cardLines, openVcards } from './vcards'

/** `name` is what people call it. */
export interface CardFile {
  path: string
  name: string
}

const namesShown = 5

/** @throws ReadingError oneTable when none of them holds cards */
export async function openCardFiles(files: readonly CardFile[]): Promise<TableSource> {
  const cards: { path: string; text: TextEncoding }[] = []
  const others: string[] = []
  for (const { path, name } of files) {
    const text = await cardsIn(path)
    if (text) cards.push({ path, text })
    else others.push(name)
  }
  const [first] = cards
  if (!first) throw new ReadingError('oneTable')
  const { sheets } = await openVcards(first.path, first.text)
  const names = others.slice(0, namesShown).join('、')
  return {
    format: 'vcf',
    sheets: sheets.map((sheet) => ({ ...sheet, lines: () => linesOf(cards) })),
    problems: others.length > 0 ? [{ code: 'filesWithoutCards', params: { count: others.length, names } }] : [],
  }
}

async function cardsIn(path: string): Promise<TextEncoding | null> {
  try {
    const text = await detectEncoding(path)
    return detectText(await startOf(path, text.encoding)) === 'vcf' ? text : null
  } catch (error) {
    if (error instanceof ReadingError) return null
    throw error
  }
}

async function* linesOf(cards: readonly { path: string; text: TextEncoding }[]): AsyncIterable<Line> {
  let number = 0
  for (const { path, text } of cards)
    for await (const line of cardLines(path, text.encoding, number)) {
      number = line.line
      yield line
    }
}
