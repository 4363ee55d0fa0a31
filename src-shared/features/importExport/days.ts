// Days and instants in all the forms tables hold. Rules where a writing can be read in two ways:
// a slash with the year last is month/day/year (as Excel in English writes), a dot or dash is day-month-year,
// unless a part above 12 says otherwise or the column does (`dayFirst`); a short year first is year/month/day.
import { twoDigits } from '@shared/dates'

export interface DayRules {
  /** The day that is today, 'YYYY-MM-DD'; days without a year are reckoned from it. */
  today: string
  /** This column writes day/month/year. */
  dayFirst?: boolean
  /** A day without a year is the next one rather than the last one. */
  ahead?: boolean
}

interface Parts {
  year: number
  month: number
  day: number
  /** What stood behind the day. */
  rest: string
}

const digits: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 二〇二四年三月十五日 → 2024年3月15日 */
export const arabic = (text: string): string =>
  text
    .replace(/[一二三]?十[一二三四五六七八九]?/gu, (ten) => {
      const [tens = '', ones = ''] = ten.split('十')
      return String(Number(digits[tens] ?? 1) * 10 + Number(digits[ones] ?? 0))
    })
    .replace(/[〇零一二三四五六七八九]/gu, (one) => digits[one] ?? one)

/** @example parseDay('2024年3月5日', { today }) // '2024-03-05' */
export function parseDay(text: string, rules: DayRules): string | null {
  const parts = partsOf(text, rules)
  return parts && dayText(parts)
}

/** Epoch ms in the computer's own zone unless the text names one; midday when no time is written. */
export function parseInstant(text: string, rules: DayRules): number | null {
  const parts = partsOf(text, rules)
  if (!parts || dayText(parts) === null) return null
  const { year, month, day, rest } = parts
  const time =
    /(上午|下午|晚上|am|pm)?\s*(\d{1,2})[:：时点](\d{1,2})?(?:[:：分](\d{1,2}))?(?:[.,]\d+)?\s*(am|pm|z|[+-]\d{2}:?\d{2})?/iu.exec(
      rest,
    )
  if (!time) return new Date(year, month - 1, day, 12).getTime()
  const [, before = '', hour = '0', minute = '0', second = '0', after = ''] = time
  const pm = /下午|晚上|pm/iu.test(before + after) && Number(hour) < 12 ? 12 : 0
  const clock = [Number(hour) + pm, Number(minute), Number(second)] as const
  if (clock[0] > 24 || clock[1] > 59 || clock[2] > 59) return null
  const zone = /^z$/iu.test(after) ? 0 : zoneMinutes(after)
  if (zone === null) return new Date(year, month - 1, day, ...clock).getTime()
  return Date.UTC(year, month - 1, day, ...clock) - zone * 60_000
}

function zoneMinutes(text: string): number | null {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d{2}):?(\d{2})$/u.exec(text) ?? []
  if (!sign) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function dayText({ year, month, day }: Parts): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1000 && year <= 9999 ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null
}

function partsOf(written: string, rules: DayRules): Parts | null {
  const text = plain(written)
  return (
    serial(text) ?? yearFirst(text) ?? compact(text) ?? named(text) ?? yearLast(text, rules) ?? withoutYear(text, rules)
  )
}

const plain = (written: string): string => {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/^[约于]/u, '')
  return /[年月日号]/u.test(text) ? arabic(text) : text
}

const make = (year: string, month: string, day: string, rest = ''): Parts => ({
  year: year.length === 2 ? fullYear(Number(year)) : Number(year),
  month: Number(month),
  day: Number(day),
  rest,
})

/** 00–69 → 2000s, 70–99 → 1900s. */
const fullYear = (year: number): number => (year < 70 ? 2000 + year : 1900 + year)

/** Days since 1899-12-30, as spreadsheet programs count. */
function serial(text: string): Parts | null {
  const [, days, fraction = ''] = /^(\d{5})(\.\d+)?$/u.exec(text) ?? []
  if (!days || Number(days) < 20_000 || Number(days) > 80_000) return null
  const at = new Date(Date.UTC(1899, 11, 30) + Number(days) * 86_400_000)
  const minutes = Math.round(Number(`0${fraction || '.0'}`) * 1440)
  const rest = fraction ? `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}` : ''
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), rest }
}

function yearFirst(text: string): Parts | null {
  const [whole, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})[日号]?)?(?!\d)月?/u.exec(text) ?? []
  if (whole !== undefined && year && month) return make(year, month, day ?? '1', text.slice(whole.length))
  const [only] = /^(1[89]|20)\d{2}年?$/u.exec(text) ?? []
  return only ? make(only.slice(0, 4), '1', '1') : null
}

function compact(text: string): Parts | null {
  const [whole, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})?(?!\d)/u.exec(text) ?? []
  return whole !== undefined && year && month ? make(year, month, day ?? '1', text.slice(whole.length)) : null
}

/** '5 Mar 2024', 'March 5, 2024' */
function named(text: string): Parts | null {
  const [whole, before, name = '', after, year] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})?[\s-]*([a-z]{3,9})\.?[\s-]*(\d{1,2})?(?:st|nd|rd|th)?[\s,-]+(\d{4})/iu.exec(text) ??
    []
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return whole !== undefined && month > 0 && year
    ? make(year, String(month), before ?? after ?? '1', text.slice(whole.length))
    : null
}

function yearLast(text: string, { dayFirst }: DayRules): Parts | null {
  const [whole, a = '', sign, b = '', c = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u.exec(text) ?? []
  if (whole === undefined) return shortYearFirst(text)
  const rest = text.slice(whole.length)
  if (c.length === 2 && Number(a) > 12 && !dayFirst) return make(a, b, c, rest)
  const first = Number(a) > 12 || (Number(b) <= 12 && (dayFirst ?? sign !== '/'))
  return first ? make(c, b, a, rest) : make(c, a, b, rest)
}

/** '24/3/5', '24年3月5日' */
function shortYearFirst(text: string): Parts | null {
  const [whole, year, month, day] = /^(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/u.exec(text) ?? []
  return whole !== undefined && year && month && day ? make(year, month, day, text.slice(whole.length)) : null
}

/** '3月5日', '3/5': the last such day, or the next one. */
function withoutYear(text: string, { today, ahead }: DayRules): Parts | null {
  const [whole, month, day] = /^(\d{1,2})[月/](\d{1,2})[日号]?(?![\d/.-])/u.exec(text) ?? []
  if (whole === undefined || !month || !day) return null
  const year = Number(today.slice(0, 4))
  const thisYear = `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`
  const shift = ahead ? (thisYear < today ? 1 : 0) : thisYear > today ? -1 : 0
  return make(String(year + shift), month, day, text.slice(whole.length))
}

/** Whether a column of days writes the day first: one part above 12 gives it away. */
export function writesDayFirst(samples: readonly string[]): boolean | undefined {
  let first = 0
  let second = 0
  for (const sample of samples) {
    const [, a = '', b = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/u.exec(sample.trim()) ?? []
    if (Number(a) > 12) first++
    if (Number(b) > 12) second++
  }
  return first === second ? undefined : first > second
}
