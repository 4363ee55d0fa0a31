// Files that real programs wrote, where they are at hand: what becomes of each is said here, file by file.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { filesIn, importWhole, type Outcome } from '../../../tools/tryImport'
import { openTestApp } from '../../support/app'

const data = process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')

/** rows, customers, contacts, follow-ups, refused, and what was said of them. */
type Expected = [
  rows: number,
  created: number,
  contacts: number,
  followUps: number,
  refused: number,
  ...reasons: string[],
]
const notATable: Expected = [0, 0, 0, 0, 0, 'reading.unsupported']
const nobody = (rows: number, ...more: string[]): Expected => [rows, 0, 0, 0, rows, 'importNoName', ...more]
const oneCustomer: Expected = [1, 1, 0, 0, 0]
const company: Expected = [1, 1, 1, 0, 0]

const expected: Record<string, Expected> = {
  'tables/atomic-crm/contacts.csv': [250, 46, 250, 250, 0, 'warning.choice', 'warning.differsInFile', 'warning.owner'],
  'tables/atomic-crm/contacts_export.csv': [2, 1, 2, 1, 0],
  'tables/csv-spectrum/comma_in_quotes.csv': oneCustomer,
  'tables/csv-spectrum/comma_in_quotes.json': notATable,
  'tables/csv-spectrum/escaped_quotes.csv': nobody(2),
  'tables/csv-spectrum/escaped_quotes.json': notATable,
  'tables/csv-spectrum/newlines.csv': nobody(3),
  'tables/csv-spectrum/newlines.json': notATable,
  'tables/csv-spectrum/quotes_and_newlines.csv': nobody(2),
  'tables/csv-spectrum/quotes_and_newlines.json': notATable,
  'tables/csv-spectrum/simple_crlf.csv': nobody(1),
  'tables/csv-spectrum/simple_crlf.json': notATable,
  'tables/csv-spectrum/utf8.csv': nobody(2),
  'tables/csv-spectrum/utf8.json': notATable,
  'tables/krayin-crm/persons.csv': [2, 2, 2, 0, 0],
  'tables/krayin-crm/products.csv': nobody(2),
  'tables/papaparse/long-sample.csv': [8, 8, 0, 0, 0, 'warning.mail'],
  'tables/papaparse/utf-8-bom-sample.csv': nobody(1),
  'tables/salesforce-dataloader/csvEscapedQuotes.csv': nobody(2),
  'tables/salesforce-dataloader/csvtext_BOM_UTF16LE.csv': nobody(2),
  'tables/salesforce-dataloader/csvtext_BOM_UTF8.csv': nobody(2),
  'tables/salesforce-dataloader/dateWithTimeZone.csv': [2, 2, 0, 0, 0, 'warning.choice'],
  'tables/salesforce-dataloader/insertAccountCsv.csv': [100, 100, 0, 0, 0, 'warning.choice'],
  'tables/salesforce-dataloader/timeZoneFormatTesting.csv': [12, 12, 0, 0, 0],
  'tables/thunderbird/basic_csv_addressbook.csv': [2, 2, 0, 0, 0],
  'tables/xlsx/1904-1904.xlsx': nobody(5),
  'tables/xlsx/AutoFilter.xlsx': nobody(231),
  'tables/xlsx/DataTypesFormats.xlsx': nobody(6),
  'tables/xlsx/LONumbers.xlsx': nobody(38),
  'tables/xlsx/artifacts-wps-write.et': nobody(4),
  'tables/xlsx/artifacts-wps-write.xlsx': nobody(4),
  'tables/xlsx/crlf-crlf.xlsx': nobody(2),
  'tables/xlsx/formulae_test_simple.xlsx': nobody(6, 'reading.note.cellErrors'),
  'tables/xlsx/merge_cells.ods': nobody(2),
  'tables/xlsx/merge_cells.xlsx': nobody(2),
  'tables/xlsx/minimal_112.xlsx': nobody(2),
  'tables/xlsx/number_format_entities.xlsx': nobody(1),
  'tables/xlsx/password_2002_40_basecrypto.xls': [0, 0, 0, 0, 0, 'reading.passwordProtected'],
  'tables/xlsx/sheet_visibility.xlsx': nobody(1, 'reading.note.hiddenSheets'),
  'tables/xlsx/sushi.xlsx': nobody(1),
  'tables/xlsx/text_and_numbers.xlsx': nobody(2),
  'tables/xlsx/write.xls': nobody(4),
  'tables/xlsx/write.xlsx': nobody(4),
  'pipeline/maven-crm/accounts.csv': [85, 85, 0, 0, 0],
  'pipeline/maven-crm/data_dictionary.csv': nobody(21),
  'pipeline/maven-crm/products.csv': nobody(7),
  // opportunities, one a row: the customers are made, what has no place stands in their notes until it is full
  'pipeline/maven-crm/sales_pipeline.csv': [4400, 85, 0, 0, 815, 'noName', 'noteTooLong', 'warning.owner'],
  'pipeline/maven-crm/sales_teams.csv': nobody(35),
  'names-cn/Chinese_Family_Name（1k）.xlsx': nobody(1074),
  'names-cn/萌名-机构名生成器V1.0.xlsx': nobody(239),
  'encodings/big5-utf8.txt': nobody(6),
  'encodings/big5.txt': nobody(6),
  'encodings/gb18030-utf8.txt': nobody(12),
  'encodings/gb18030.txt': nobody(12),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 7, 8, 9, 13, 14, 15].map((n) => [`vcards/evolution/custom-${n}.vcf`, oneCustomer]),
  ),
  ...Object.fromEntries(
    [6, 10, 11, 12].map((n) => [`vcards/evolution/custom-${n}.vcf`, [...oneCustomer, 'warning.phone'] as Expected]),
  ),
  'vcards/evolution/photo-1.vcf': oneCustomer,
  'vcards/evolution/simple-1.vcf': oneCustomer,
  'vcards/evolution/simple-2.vcf': oneCustomer,
  'vcards/parser/vcard.vcf': [...company, 'reading.note.photoElsewhere', 'warning.reading.photoElsewhere'],
  'vcards/parser/vcard_grouped.vcf': [1, 0, 0, 0, 1, 'noName'],
  'vcards/programs/John_Doe_ANDROID.vcf': [
    6,
    6,
    2,
    0,
    0,
    'reading.note.unreadableCharacters',
    'warning.link',
    'warning.mail',
    'warning.nameFromMail',
    'warning.reading.unreadableCharacters',
  ],
  'vcards/programs/John_Doe_EVOLUTION.vcf': company,
  'vcards/programs/John_Doe_GMAIL.vcf': company,
  'vcards/programs/John_Doe_IPHONE.vcf': company,
  'vcards/programs/John_Doe_MS_OUTLOOK.vcf': company,
  'vcards/programs/gmail-list.vcf': [3, 3, 0, 0, 0],
  'vcards/programs/outlook-2003.vcf': [...company, 'warning.phone'],
  'vcards/programs/rfc6350-example.vcf': company,
}

const outcomes: Outcome[] = []

async function outcomeOf(file: string, path = join(data, file)): Promise<Outcome> {
  const app = openTestApp()
  try {
    const outcome = await importWhole({ api: app.owner.api, me: app.owner.id }, path, file)
    const { rows } = await app.owner.api.customers.list({ limit: 200 })
    // a letter that the file itself cut in half is told of; any other sign of a wrong encoding is ours
    const told = outcome.reasons['warning.reading.unreadableCharacters'] !== undefined
    const garbled = told ? /[ÃÂ]{2}|锟|[\u{0080}-\u{009f}]/u : /\u{fffd}|[ÃÂ]{2}|锟|[\u{0080}-\u{009f}]/u
    for (const { name } of rows) expect(name, file).not.toMatch(garbled)
    outcomes.push(outcome)
    return outcome
  } finally {
    await app.close()
  }
}

describe.skipIf(!existsSync(data))('files of real programs', () => {
  afterAll(() => {
    const cell = (value: string | number, width: number): string => String(value).padEnd(width)
    const lines = outcomes.map((one) =>
      [
        cell(one.format, 5),
        cell(one.encoding ?? '', 9),
        ...[one.rows, one.created, one.contacts, one.followUps, one.refused].map((n) => cell(n, 6)),
        one.file,
        JSON.stringify(one.reasons),
      ].join(' '),
    )
    process.stdout.write(`\nformat encoding rows customers contacts follow-ups refused file\n${lines.join('\n')}\n`)
  })

  it('every file is known here', () => {
    const folders = ['tables', 'pipeline', 'encodings', 'vcards/evolution', 'vcards/parser', 'vcards/programs']
    const files = folders.flatMap((folder) => filesIn(join(data, folder))).map((path) => path.slice(data.length + 1))
    expect(files.filter((file) => !expected[file])).toEqual([])
  })

  it.each(Object.entries(expected))(
    '%s',
    { timeout: 120_000 },
    async (file, [rows, created, contacts, followUps, refused, ...reasons]) => {
      const outcome = await outcomeOf(file)
      expect({ ...outcome, reasons: Object.keys(outcome.reasons).sort() }).toMatchObject({
        rows,
        created,
        contacts,
        followUps,
        refused,
        reasons: reasons.sort(),
      })
    },
  )

  it('the cards of Chinese companies, as one file of a telephone', { timeout: 120_000 }, async () => {
    const cards = filesIn(join(data, 'vcards/cn-business')).map((path) => readFileSync(path, 'utf8').trimEnd())
    const named = cards.map((card) => /^(?:ORG|FN)[^:\n]*:([^;\r\n]+)/mu.exec(card)?.[1] ?? '')
    const path = join(mkdtempSync(join(tmpdir(), 'zhike-cards-')), 'cards.vcf')
    writeFileSync(path, cards.join('\r\n'))
    const app = openTestApp()
    const outcome = await importWhole({ api: app.owner.api, me: app.owner.id }, path, 'vcards/cn-business/*')
    outcomes.push(outcome)
    expect(outcome).toMatchObject({ format: 'vcf', rows: cards.length, refused: 0, contacts: 0 })
    expect(outcome.reasons).toEqual({})
    const names: string[] = []
    for (let after: string | undefined; ;) {
      const page = await app.owner.api.customers.list({ limit: 200, ...(after ? { after } : {}) })
      names.push(...page.rows.map((row) => row.name ?? ''))
      if (page.next === null) break
      after = page.next
    }
    expect(names.sort()).toEqual([...new Set(named)].sort())
    expect(names.length).toBeGreaterThan(90)
    await app.close()
  })
})
