// Instants and days as people read them: relative up to a month, then dates.
import { dayOf, twoDigits } from '@shared/dates'
import { currentLanguage, t } from './index'

export const dayMs = 86_400_000

export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
/** Calendar days from one instant to another. */
export const daysBetween = (from: number, to: number): number => Math.round((startOfDay(to) - startOfDay(from)) / dayMs)

/** '14:30' */
export const clock = (at: number): string =>
  `${twoDigits(new Date(at).getHours())}:${twoDigits(new Date(at).getMinutes())}`

/** '11-23', with the year when it is another: '2025-11-23'. */
export const shortDay = (at: number, now = Date.now()): string => {
  const day = dayOf(at)
  return day.startsWith(`${new Date(now).getFullYear()}-`) ? day.slice(5) : day
}

/** '11 月 18 日 周三' / 'Wed, Nov 18' */
export const longDay = (at: number, now = Date.now()): string => {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const options: Intl.DateTimeFormatOptions = {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }
  const text = new Intl.DateTimeFormat(currentLanguage(), options).format(at)
  return currentLanguage() === 'en'
    ? text
    : text
        .replace(/(\d+)年/u, '$1 年 ')
        .replace(/(\d+)月(\d+)日/u, '$1 月 $2 日 ')
        .replace(/ +/gu, ' ')
        .trim()
}

/** '2026-11-18 14:30' */
export const exact = (at: number): string => `${dayOf(at)} ${clock(at)}`

/** How long ago: 刚刚, 5 分钟前, 今天, 昨天, 3 天前, then the date. */
export function ago(at: number, now = Date.now()): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes >= 0 && minutes < 1) return t('words.time.justNow')
  if (minutes > 0 && minutes < 60) return t('words.time.minutesAgo', { n: minutes })
  const days = daysBetween(at, now)
  if (days === 0) return t('words.time.today')
  if (days === 1) return t('words.time.yesterday')
  return days > 1 && days <= 31 ? t('words.time.daysAgo', { n: days }) : shortDay(at, now)
}

/** A coming time: 今天 10:00, 明天 10:00, 11-26 10:00. Midnight means the whole day. */
export function coming(at: number, now = Date.now()): string {
  const days = daysBetween(now, at)
  const day = days === 0 ? t('words.time.today') : days === 1 ? t('words.time.tomorrow') : shortDay(at, now)
  return clock(at) === '00:00' ? day : `${day} ${clock(at)}`
}

/** Days late of something that was due; 0 when it is not. */
export const daysLate = (at: number, now = Date.now()): number => Math.max(0, daysBetween(at, now))
