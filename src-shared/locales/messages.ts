// The shape all languages share: the keys of the Chinese texts, any words.
import type { zhCN } from '@shared/locales/zh-CN'

type Widened<T> = { [K in keyof T]: T[K] extends string ? string : Widened<T[K]> }
export type Messages = Widened<typeof zhCN>

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>
}[keyof T & string]
/** Every key that can be shown: 'customers.title'. */
export type TextKey = Leaves<Messages>

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
