// Reading a file of any table-like format: what it holds, its rows as texts, and why it was refused.
// Texts are in locales/<lang>/reading.ts: `reading.refusals.<code>`, `reading.notes.<code>`, `reading.vcard.<column>`.
import { z } from 'zod'

export const tableFormats = ['xlsx', 'xls', 'ods', 'html', 'csv', 'vcf'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Why a file cannot be read at all. */
export const refusalCodes = [
  'fileMissing',
  'empty',
  'passwordProtected',
  'tooLarge',
  'tooManyCells',
  'suspicious',
  'damaged',
  'unsupported',
  'notATable',
  'noSuchSheet',
  'oneTable',
  'tooSlow',
  'cancelled',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Param `kind` of `unsupported`; worded under `reading.kinds`. */
export const unsupportedKinds = [
  'pdf',
  'image',
  'word',
  'slides',
  'numbers',
  'archive',
  'calendar',
  'mail',
  'json',
  'web',
  'xml',
  'database',
  'program',
  'other',
] as const
export type UnsupportedKind = (typeof unsupportedKinds)[number]

/** What a clerk should know although the file could be read. Params: count, line (the first place), and what the words need. */
export const noteCodes = [
  'hiddenSheets',
  'cellErrors',
  'formulasWithoutValue',
  'digitsLost',
  'scientific',
  'unreadableCharacters',
  'strayQuote',
  'cellCut',
  'columnsCut',
  'cardNotClosed',
  'cardBroken',
  'cardEmpty',
  'photoTooLarge',
  'photoElsewhere',
  'filesWithoutCards',
] as const
export type NoteCode = (typeof noteCodes)[number]

const params = z.record(z.string(), z.union([z.string(), z.number()]))

export const readingNote = z.strictObject({ code: z.enum(noteCodes), sheet: z.string().optional(), params })
export type ReadingNote = z.output<typeof readingNote>

/** Something about one cell (or, without column, one row). */
export const rowNote = z.strictObject({ code: z.enum(noteCodes), column: z.number().int().optional() })
export type RowNote = z.output<typeof rowNote>

export const rowFile = z.strictObject({
  /** Index of the column the file belongs to. */
  column: z.number().int(),
  name: z.string(),
  mediaType: z.string(),
  base64: z.string(),
})
export type RowFile = z.output<typeof rowFile>

export const sheetRow = z.strictObject({
  /** 1-based line as a spreadsheet program counts it; for vCards line 1 is the headings, card n is line n + 1. */
  line: z.number().int(),
  /** Trimmed texts without the empty cells at the end; dates 'YYYY-MM-DD' or 'YYYY-MM-DD HH:mm[:ss]'. */
  cells: z.array(z.string()),
  notes: z.array(rowNote).optional(),
  files: z.array(rowFile).optional(),
})
export type SheetRow = z.output<typeof sheetRow>

export const sheetInfo = z.strictObject({
  name: z.string(),
  hidden: z.enum(['no', 'hidden', 'veryHidden']),
  /** Lines that hold anything below the header row. */
  rows: z.number().int(),
  columns: z.number().int(),
  /** 1-based line of the headings as guessed; 0 when the sheet seems to have none. */
  headerRow: z.number().int(),
  /** Headings of the guessed header row; a heading over several columns stands before each: '联系人1 电话'. */
  headings: z.array(z.string()),
  /** The first 20 lines that hold anything, titles included. */
  preview: z.array(sheetRow),
})
export type SheetInfo = z.output<typeof sheetInfo>

export const fileInspection = z.strictObject({
  format: z.enum(tableFormats),
  /** Of text formats: 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', …; 'utf-8' with `bom` when it has one. */
  encoding: z.string().nullable(),
  bom: z.boolean(),
  separator: z.string().nullable(),
  sheets: z.array(sheetInfo),
  problems: z.array(readingNote),
})
export type FileInspection = z.output<typeof fileInspection>

/** Headings of the one sheet a vCard file is read as; several values in a cell are separated by '; ' or line breaks. */
export const vcardColumns = [
  'name',
  'familyName',
  'givenName',
  'nickname',
  'organization',
  'department',
  'title',
  'mobile',
  'phone',
  'fax',
  'mail',
  'country',
  'province',
  'city',
  'street',
  'postcode',
  'address',
  'url',
  'wechat',
  'qq',
  'birthday',
  'gender',
  'categories',
  'note',
  'photo',
  'other',
] as const
export type VcardColumn = (typeof vcardColumns)[number]

const wouldRun = /^'*[=+\-@\t\r\n＝＋－＠]/u
/** A number to dial: nothing to run in it, and of no use with a mark before it. */
const dialled = /^\+\d[\d ]*$/u

/**
 * A text made safe for spreadsheet programs: one that could run as a formula gets an apostrophe. `restored` undoes it.
 * @example neutralised('=1+1') // "'=1+1"
 */
export const neutralised = (text: string): string => (wouldRun.test(text) && !dialled.test(text) ? `'${text}` : text)
/** @example restored("'=1+1") // '=1+1' */
export const restored = (text: string): string =>
  text.startsWith("'") && wouldRun.test(text.slice(1)) ? text.slice(1) : text
