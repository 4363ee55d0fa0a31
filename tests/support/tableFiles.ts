// Files for the reader tests: written into a folder of their own, read back whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll } from 'vitest'
import { CFB, utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { FileInspection, SheetRow } from '@shared/features/importExport/reading'
import { inspectTable, rowOf } from '@main/files/readers/inspectTable'
import { openTable, type ReadingChoices } from '@main/files/readers/openTable'
import { ReadingError } from '@main/files/readers/readingError'

const folder = mkdtempSync(join(tmpdir(), 'zhike-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
/** Writes a file; the name says nothing on purpose, content decides. */
export function fileOf(content: string | Buffer, name = 'file'): string {
  const path = join(folder, `${++count}-${name}`)
  writeFileSync(path, content)
  return path
}

export interface ReadFile extends FileInspection {
  /** Rows below the guessed header of the first sheet, or of the named one. */
  rows: SheetRow[]
}

/** Reads in the test's own thread, which is quicker; readersWorker.test.ts goes through the real one. */
export async function readFile(path: string, choices: ReadingChoices & { sheet?: string } = {}): Promise<ReadFile> {
  const source = await openTable(path, choices)
  const inspection = await inspectTable(source)
  const at = Math.max(
    0,
    choices.sheet === undefined ? 0 : inspection.sheets.findIndex(({ name }) => name === choices.sheet),
  )
  const headerRow = inspection.sheets[at]?.headerRow ?? 0
  const rows: SheetRow[] = []
  for await (const line of source.sheets[at]?.lines() ?? []) {
    const row = line.line > headerRow ? rowOf(line) : undefined
    if (row) rows.push(row)
  }
  return { ...inspection, rows }
}

/** Code (and params) of the refusal; fails when the file is read. */
export async function refusalOf(path: string): Promise<{ code: string } & Record<string, unknown>> {
  try {
    await readFile(path)
  } catch (error) {
    if (error instanceof ReadingError) return { code: error.code, ...error.params }
    throw error
  }
  throw new Error('the file was read')
}

export type Cells = (string | number | boolean | null)[]

/** A workbook of one sheet, or of several by name. */
export function bookOf(sheets: Cells[][] | Record<string, WorkSheet>): WorkBook {
  const book = utils.book_new()
  if (Array.isArray(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(sheets), '客户')
  else for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return book
}

export function workbookFile(book: WorkBook, bookType: 'xlsx' | 'biff8' | 'ods' | 'xlsb' = 'xlsx'): string {
  // the library answers `any`; a buffer was asked for
  return fileOf(write(book, { type: 'buffer', bookType, compression: true, bookSST: true }) as Buffer)
}

export interface ZipPart {
  name: string
  data: Buffer
  /** What the directory claims instead of the truth. */
  claimedSize?: number
  encrypted?: boolean
}

/** A zip with headers as wanted, lies included. */
export function zipOf(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  const known = new Map<Buffer, Buffer>()
  let offset = 0
  for (const part of parts) {
    const packed = known.get(part.data) ?? deflateRawSync(part.data)
    known.set(part.data, packed)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.encrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(part.data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.claimedSize ?? part.data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('504b0304', 'hex'), common, name, packed)
    directory.push(Buffer.from('504b01021400', 'hex'), common, entry, name)
    offset += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

/** The least .xlsx around a sheet given as XML. */
export function xlsxAround(sheetXml: string, more: ZipPart[] = []): Buffer {
  const part = (name: string, xml: string): ZipPart => ({ name, data: Buffer.from(xml) })
  return zipOf([
    part(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    part('xl/worksheets/sheet1.xml', sheetXml),
    ...more,
  ])
}

/** An OLE file with the streams Excel writes for a workbook with a password. */
export function encryptedXlsx(): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(248, 4))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array) // `any` in the library; bytes were asked for
}
