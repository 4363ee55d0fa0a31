// The few sentences the host says itself, before any page is there.
import { backup as englishBackup } from '@shared/locales/en/backup'
import { database as english } from '@shared/locales/en/database'
import { backup as chineseBackup } from '@shared/locales/zh-CN/backup'
import { database as chinese } from '@shared/locales/zh-CN/database'

const inChinese = { ...chinese, reasons: chineseBackup.reasons, locale: 'zh-CN' }
const inEnglish = { ...english, reasons: englishBackup.reasons, locale: 'en' }

/** `ZHIKE_LANGUAGE` from the shell, else the system's; Chinese unless it is plainly another. */
export function databaseWords(): typeof inChinese | typeof inEnglish {
  const language = process.env['ZHIKE_LANGUAGE'] ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? 'zh'
  return /^(en|de|fr|es)/i.test(language) ? inEnglish : inChinese
}

/** Puts values into a sentence: `{file}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
