// The thread that opens files from outside: inspects one, or hands over its rows in chunks.
import type { FileInspection, SheetRow } from '@shared/features/importExport/reading'
import { openCardFiles } from '@main/files/readers/cardFiles'
import { inspectTable, rowOf } from '@main/files/readers/inspectTable'
import { openTable } from '@main/files/readers/openTable'
import type { TableQuestion } from '@main/files/readers/question'
import { ReadingError } from '@main/files/readers/readingError'
import { serveWorker } from '@main/jobs/workerSide'

/** Rows and letters (photos included) of one message. */
const CHUNK_ROWS = 200
const CHUNK_LETTERS = 4_000_000

async function* answer(question: TableQuestion): AsyncIterable<FileInspection | SheetRow[]> {
  const { path, more } = question
  const source = more ? await openCardFiles(more) : await openTable(path, question)
  if (question.ask === 'inspect') {
    yield await inspectTable(source)
    return
  }
  const sheet = source.sheets.find(({ name }) => name === question.sheet)
  if (!sheet) throw new ReadingError('noSuchSheet', { sheet: question.sheet })
  let chunk: SheetRow[] = []
  let letters = 0
  for await (const line of sheet.lines()) {
    const row = line.line > question.headerRow ? rowOf(line) : undefined
    if (!row) continue
    chunk.push(row)
    letters += row.files?.reduce((sum, file) => sum + file.base64.length, 0) ?? 0
    if (chunk.length < CHUNK_ROWS && letters < CHUNK_LETTERS) continue
    yield chunk
    chunk = []
    letters = 0
  }
  if (chunk.length > 0) yield chunk
}

serveWorker(answer, (error) => (error instanceof ReadingError ? error : undefined))
