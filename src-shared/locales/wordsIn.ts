import { en } from './en/index'
import type { Language } from './messages'
import { zhCN } from './zh-CN/index'

/** All words of a language, for what the host writes itself: files and papers. */
export const wordsIn = (language: Language) => (language === 'en' ? en : zhCN)
