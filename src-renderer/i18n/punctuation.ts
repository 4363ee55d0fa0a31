// Signs between words differ with the language.
import { t } from './index'

/** @example inRow(['甲', '乙']) // 甲、乙 */
export const inRow = (parts: readonly (string | number)[]): string => parts.join(t('words.punctuation.comma'))
/** @example named('电话', '已接通') // 电话：已接通 */
export const named = (name: string, text: string): string => t('words.punctuation.colon', { name, text })
/** @example withAside('成交额', '元') // 成交额（元） */
export const withAside = (text: string, aside: string): string => t('words.punctuation.aside', { text, aside })
