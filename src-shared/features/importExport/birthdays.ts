// Birthdays by the sun or the moon, with or without a year: '1985-08-15', '农历八月十五', '腊月廿三', '--02-03'.
import { twoDigits } from '@shared/dates'
import { arabic, parseDay } from './days'

export interface Birthday {
  /** 'YYYY-MM-DD' or '--MM-DD'. */
  birthday: string
  birthdayCalendar: 'solar' | 'lunar'
  birthdayLeapMonth: boolean
}

const lunarWord = /农历|阴历|旧历|lunar|^农|[（(]农[)）]/iu
const lunarDay = /(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[正冬腊]月)/u

/** @example parseBirthday('农历1985年八月十五', today) // { birthday: '1985-08-15', birthdayCalendar: 'lunar', … } */
export function parseBirthday(text: string, today: string): Birthday | null {
  const plain = text.normalize('NFKC').trim()
  const lunar = lunarWord.test(plain) || lunarDay.test(plain)
  const leap = /闰/u.test(plain)
  const bare = plain.replace(
    /农历|阴历|旧历|公历|阳历|新历|lunar|solar|生日|闰|[（(]\s*[农阴公阳]\s*[)）]|^[农阴公阳]|[()（）:：\s]/giu,
    '',
  )
  const words = lunar ? lunarWords(bare) : bare
  const birthday = withoutYear(words) ?? wholeDay(words, { lunar, today })
  if (birthday === null) return null
  return { birthday, birthdayCalendar: lunar ? 'lunar' : 'solar', birthdayLeapMonth: lunar && leap }
}

/** 腊月廿三 → 12月23日 */
const lunarWords = (text: string): string =>
  arabic(
    text
      .replace('正月', '1月')
      .replace('冬月', '11月')
      .replace('腊月', '12月')
      .replace('初十', '10日')
      .replace(/初(?=[一二三四五六七八九])/u, '')
      .replace(/廿([一二三四五六七八九])/u, '二十$1')
      .replace('廿', '二十')
      .replace('卅', '三十'),
  ).replace(/(\d+月\d+)$/u, '$1日')

function withoutYear(text: string): string | null {
  const [, month = '', day = ''] =
    /^--(\d{2})-?(\d{2})$/u.exec(text) ??
    /^(\d{1,2})[月/.-](\d{1,2})[日号]?$/u.exec(/月/u.test(text) ? arabic(text) : text) ??
    []
  const real = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return real ? `--${twoDigits(month)}-${twoDigits(day)}` : null
}

/** The moon has months of 30 days where the sun has 28. */
function wholeDay(text: string, { lunar, today }: { lunar: boolean; today: string }): string | null {
  if (!lunar) return /^\d{4}年?$/u.test(text) ? null : parseDay(text, { today })
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? []
  const real = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 30
  return real ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null
}
