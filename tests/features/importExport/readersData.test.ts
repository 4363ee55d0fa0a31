// Every real table and vCard of the shared sample data, when it is there. The counts were checked by hand, file by file.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import iconv from 'iconv-lite'
import * as OpenCC from 'opencc-js'
import { afterAll, describe, expect, test } from 'vitest'
import { ReadingError } from '@main/files/readers/readingError'
import { chineseOrOther } from '@main/files/readers/encoding'
import { openWorkbook } from '@main/files/readers/workbook'
import { rowOf } from '@main/files/readers/inspectTable'
import { openXlsx } from '@main/files/readers/xlsx'
import { readFile, type ReadFile } from '../../support/tableFiles'

const data = process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
const there = existsSync(data)
const at = (path: string) => join(data, path)

const filesIn = (path: string): string[] =>
  !existsSync(path)
    ? []
    : statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .flatMap((name) => filesIn(join(path, name)))
      : [path]

/** File → rows below the heading line, or the code of the refusal. */
const expected: Record<string, number | string> = {
  'tables/atomic-crm/contacts.csv': 250,
  'tables/atomic-crm/contacts_export.csv': 2,
  'tables/csv-spectrum/comma_in_quotes.csv': 1,
  'tables/csv-spectrum/escaped_quotes.csv': 2,
  'tables/csv-spectrum/newlines.csv': 3,
  'tables/csv-spectrum/quotes_and_newlines.csv': 2,
  'tables/csv-spectrum/simple_crlf.csv': 1,
  'tables/csv-spectrum/utf8.csv': 2,
  'tables/krayin-crm/persons.csv': 2,
  'tables/krayin-crm/products.csv': 2,
  // no headings: all eight lines are data
  'tables/papaparse/long-sample.csv': 8,
  'tables/papaparse/utf-8-bom-sample.csv': 1,
  'tables/salesforce-dataloader/csvEscapedQuotes.csv': 2,
  'tables/salesforce-dataloader/csvtext_BOM_UTF16LE.csv': 2,
  'tables/salesforce-dataloader/csvtext_BOM_UTF8.csv': 2,
  'tables/salesforce-dataloader/dateWithTimeZone.csv': 2,
  'tables/salesforce-dataloader/insertAccountCsv.csv': 100,
  'tables/salesforce-dataloader/timeZoneFormatTesting.csv': 12,
  'tables/thunderbird/basic_csv_addressbook.csv': 2,
  'tables/xlsx/1904-1904.xlsx': 5,
  'tables/xlsx/AutoFilter.xlsx': 21,
  'tables/xlsx/DataTypesFormats.xlsx': 6,
  'tables/xlsx/LONumbers.xlsx': 38,
  'tables/xlsx/artifacts-wps-write.et': 4,
  'tables/xlsx/artifacts-wps-write.xlsx': 4,
  'tables/xlsx/crlf-crlf.xlsx': 2,
  'tables/xlsx/formulae_test_simple.xlsx': 6,
  'tables/xlsx/merge_cells.ods': 2,
  'tables/xlsx/merge_cells.xlsx': 2,
  'tables/xlsx/minimal_112.xlsx': 2,
  'tables/xlsx/number_format_entities.xlsx': 1,
  'tables/xlsx/password_2002_40_basecrypto.xls': 'passwordProtected',
  'tables/xlsx/sheet_visibility.xlsx': 1,
  'tables/xlsx/sushi.xlsx': 1,
  'tables/xlsx/text_and_numbers.xlsx': 2,
  'tables/xlsx/write.xls': 4,
  'tables/xlsx/write.xlsx': 4,
  'names-cn/Chinese_Family_Name（1k）.xlsx': 1074,
  'names-cn/regions/areas.csv': 2978,
  'names-cn/regions/cities.csv': 342,
  'names-cn/regions/provinces.csv': 31,
  'names-cn/萌名-机构名生成器V1.0.xlsx': 230,
  'pipeline/maven-crm/accounts.csv': 85,
  'pipeline/maven-crm/data_dictionary.csv': 21,
  'pipeline/maven-crm/products.csv': 7,
  'pipeline/maven-crm/sales_pipeline.csv': 4400,
  'pipeline/maven-crm/sales_teams.csv': 35,
  'vcards/programs/John_Doe_ANDROID.vcf': 6,
  'vcards/programs/gmail-list.vcf': 3,
}
/** Every other table is JSON, every other vCard file one card. */
const outcomeOf = (name: string): number | string =>
  expected[name] ?? (name.endsWith('.vcf') ? 1 : name.endsWith('.json') ? 'unsupported' : 'unknown file')

const report: string[] = []
afterAll(() => {
  if (report.length > 0) process.stdout.write(`${report.join('\n')}\n`)
})

async function outcome(path: string): Promise<ReadFile | ReadingError> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof ReadingError) return error
    throw error
  }
}

const folders = ['tables', 'names-cn', 'pipeline', 'vcards'].map(at)
const isTable = (path: string) => /\.(csv|xlsx?|et|ods|vcf|json)$/u.test(path)

describe.runIf(there)('the shared sample data', () => {
  test.each(
    folders
      .flatMap(filesIn)
      .filter(isTable)
      .map((path) => relative(data, path)),
  )('%s', async (name) => {
    const result = await outcome(at(name))
    if (result instanceof ReadingError) {
      report.push(`${name}\trefused: ${result.code}`)
      return expect(result.code).toBe(outcomeOf(name))
    }
    const notes = result.problems.map(({ code, params }) => `${code} ${params['count']}`)
    const sheets = result.sheets.map((sheet) => `${sheet.name || '-'} ${sheet.rows}×${sheet.columns}`)
    report.push([name, result.format, result.encoding ?? '-', sheets.join(', '), notes.join(', ') || '-'].join('\t'))
    expect(result.rows.length).toBe(outcomeOf(name))
    // nothing garbled; one Android card holds a value its phone has cut in two
    const text = JSON.stringify(result.rows.map(({ cells }) => cells))
    expect(text).not.toMatch(name.includes('ANDROID') ? /[脩浣閿]/u : /[\u{fffd}脩浣閿]|Ã|æ–/u)
  })

  test('csv-spectrum is read as its own answers say', async () => {
    for (const path of filesIn(at('tables/csv-spectrum')).filter((file) => file.endsWith('.csv'))) {
      const answer: unknown = JSON.parse(readFileSync(path.replace(/csv$/u, 'json'), 'utf8'))
      const { sheets, rows } = await readFile(path)
      const headings = sheets[0]?.headings ?? []
      const read = rows.map(({ cells }) =>
        Object.fromEntries(headings.map((heading, column) => [heading, cells[column]])),
      )
      expect(read, path).toEqual(answer)
    }
  })

  test('both workbook readers agree on every .xlsx', async () => {
    for (const path of [at('tables/xlsx'), at('names-cn')].flatMap(filesIn).filter((file) => file.endsWith('.xlsx'))) {
      const [stream, whole] = [await openXlsx(path), await openWorkbook(path, 'xlsx')]
      expect(stream.sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
        whole.sheets.map(({ name, hidden }) => [name, hidden]),
      )
      for (const [index, sheet] of stream.sheets.entries()) {
        const rowsOf = async (lines = sheet.lines()) => {
          const rows = []
          for await (const line of lines) rows.push(rowOf(line))
          return rows.filter(Boolean)
        }
        expect(await rowsOf(), path).toEqual(await rowsOf(whole.sheets[index]?.lines()))
      }
    }
  })

  test.each(['gb18030', 'big5'])('the text in %s is recognised and reads like its UTF-8 twin', async (encoding) => {
    const bytes = readFileSync(at(`encodings/${encoding}.txt`))
    expect(chineseOrOther(bytes)).toBe(encoding)
    expect(iconv.decode(bytes, encoding)).toBe(readFileSync(at(`encodings/${encoding}-utf8.txt`), 'utf8'))
  })

  test('of a thousand tables of three real names each, all are recognised as GBK or Big5', () => {
    const lines = (name: string) =>
      readFileSync(at(`names-cn/${name}`), 'utf8')
        .trim()
        .split(/\r?\n/u)
    const [people, companies] = [lines('person-names.txt'), lines('company-short-names.txt')]
    const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'tw' })
    const wrong: string[] = []
    for (let index = 0; index < 1000; index++) {
      const row = (step: number) =>
        `${companies[(index * 24 + step * 7) % companies.length]},${people[(index * 36 + step * 11) % people.length]}`
      const text = ['客户名称,联系人', row(0), row(1), row(2)].join('\n')
      if (chineseOrOther(iconv.encode(text, 'gbk')) !== 'gb18030') wrong.push(text)
      const traditional = toTaiwan(text)
      const big5 = iconv.encode(traditional, 'big5')
      if (iconv.decode(big5, 'big5') === traditional && chineseOrOther(big5) !== 'big5') wrong.push(traditional)
    }
    expect(wrong).toEqual([])
  })

  test('every picture of the Chinese business cards is whole', async () => {
    for (const path of filesIn(at('vcards/cn-business'))) {
      const file = (await readFile(path)).rows[0]?.files?.[0]
      const picture = Buffer.from(file?.base64 ?? '', 'base64')
      // a PNG ends with its IEND part
      expect([file?.mediaType, picture.subarray(-8, -4).toString()], path).toEqual(['image/png', 'IEND'])
    }
  })
})
