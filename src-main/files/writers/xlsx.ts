// Writes a workbook row by row, so that a large one needs no more memory than a small one.
import { createWriteStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Cell, TableWriter, WrittenColumn } from './cell'
import { drained } from './drained'
import { fixedParts, rowXml, sheetEnd, sheetStart } from './xlsxParts'

interface Book {
  content: Readable
  rows(rows: readonly (readonly Cell[])[]): Promise<void>
  finish(): void
  fail(error: Error): void
}

function openBook(sheetName: string, columns: readonly WrittenColumn[]): Book {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(fixedParts(sheetName))) zip.addBuffer(Buffer.from(text), name)
  const sheet = new PassThrough()
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  sheet.write(sheetStart(columns))
  return {
    // typed as the older NodeJS.ReadableStream; it is a PassThrough
    content: zip.outputStream as Readable,
    async rows(rows) {
      if (sheet.destroyed) return
      if (!sheet.write(rows.map(rowXml).join(''))) await drained(sheet)
    },
    finish: () => void sheet.end(sheetEnd(columns)),
    fail: (error) => void sheet.destroy(error),
  }
}

/** @example const book = writeXlsx(path, '客户', [{ heading: '客户名称' }]); await book.rows([['甲']]); await book.end() */
export function writeXlsx(path: string, sheetName: string, columns: readonly WrittenColumn[]): TableWriter {
  const book = openBook(sheetName, columns)
  let broken: unknown
  const written = pipeline(book.content, createWriteStream(path)).catch((error: unknown) => {
    broken = error
    book.fail(new Error('not written'))
  })
  return {
    async rows(rows) {
      if (broken) throw broken
      await book.rows(rows)
    },
    async end() {
      book.finish()
      await written
      if (broken) throw broken
    },
  }
}

/** A small workbook in memory. */
export async function xlsxContent(
  sheetName: string,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const book = openBook(sheetName, columns)
  const pieces: Buffer[] = []
  const read = (async () => {
    for await (const piece of book.content) pieces.push(Buffer.from(piece as Uint8Array)) // a byte stream
  })()
  await book.rows(rows)
  book.finish()
  await read
  return Buffer.concat(pieces)
}
