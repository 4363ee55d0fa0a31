// Comma-separated text as spreadsheet programs in Chinese offices open it without asking: UTF-8 with its mark, CRLF.
import { twoDigits } from '@shared/dates'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { neutralised } from '@shared/features/importExport/reading'
import type { Cell, TableWriter, WrittenColumn } from './cell'
import { drained } from './drained'

const quoted = (text: string): string =>
  text === '' || /^[\p{L}\p{N} .:/_-]+$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`

/** 'YYYY-MM-DD HH:mm[:ss]' in the computer's own time zone. */
export function timeText(at: number): string {
  const date = new Date(at)
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
  const seconds = date.getSeconds() === 0 ? '' : `:${twoDigits(date.getSeconds())}`
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}${seconds}`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(neutralised(cell))
  if ('number' in cell) return cell.as === 'money' ? cell.number.toFixed(2) : String(cell.number)
  return 'day' in cell ? cell.day : timeText(cell.at)
}

/** @example const csv = writeCsv(path, [{ heading: '客户名称' }]); await csv.rows([['甲']]); await csv.end() */
export function writeCsv(path: string, columns: readonly WrittenColumn[]): TableWriter {
  const file = createWriteStream(path)
  // an error is met by the next write or the end; without a listener it would end the program
  let broken: Error | undefined
  file.on('error', (error) => (broken = error))
  const put = async (rows: readonly (readonly Cell[])[]): Promise<void> => {
    if (broken) throw broken
    const text = rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
    if (!file.write(text)) await drained(file)
  }
  file.write('\u{feff}')
  const heading = put([columns.map((column) => column.heading)])
  return {
    async rows(rows) {
      await heading
      await put(rows)
    },
    async end() {
      await heading
      file.end()
      if (!file.closed) await once(file, 'close').catch(() => undefined)
      if (broken) throw broken
    },
  }
}
