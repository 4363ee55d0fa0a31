// A birthday in words: '5 月 12 日', '农历闰四月初八'.
import { twoDigits } from '@shared/dates'
import { readBirthday } from '@shared/fields/birthday'
import { currentLanguage, t } from '@renderer/i18n'
import { choiceLabel } from '@renderer/i18n/labels'

const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const tens = ['初', '十', '廿', '三']
const digits = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九']

export const lunarMonthName = (month: number): string => `${months[month - 1] ?? month}月`
/** 1 → 初一, 10 → 初十, 20 → 二十, 23 → 廿三 */
export function lunarDayName(day: number): string {
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${tens[Math.floor((day - 1) / 10)] ?? ''}${digits[day % 10] ?? ''}`
}

/** '1980-05-12', '5 月 12 日', '农历闰四月初八' */
export function birthdayText(value: string, lunar: boolean, leap: boolean): string {
  const { year, month, day } = readBirthday(value)
  if (month === null || day === null) return value
  if (lunar && currentLanguage() === 'zh-CN') {
    const name = `农历${leap ? '闰' : ''}${lunarMonthName(month)}${lunarDayName(day)}`
    return year === null ? name : `${year} 年 ${name}`
  }
  const plain =
    year !== null
      ? value
      : currentLanguage() === 'zh-CN'
        ? `${month} 月 ${day} 日`
        : `${twoDigits(month)}-${twoDigits(day)}`
  return lunar
    ? `${choiceLabel('contacts', 'birthdayCalendar', 'lunar')} ${leap ? `${t('fields.contacts.birthdayLeapMonth')} ` : ''}${plain}`
    : plain
}
