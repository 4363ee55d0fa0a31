// Every text of the page comes through here. Messages are compiled at run time into data, never into code (no eval).
import { createI18n } from 'vue-i18n'
import { languages, type Language, type Messages, type TextKey } from '@shared/locales/messages'
import { zhCN } from '@shared/locales/zh-CN'

const messages: Partial<Record<Language, Messages>> = { 'zh-CN': zhCN }

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en: {} },
  missingWarn: false,
  fallbackWarn: false,
  warnHtmlMessage: false,
})

const composer = i18n.global

/** Switches the interface; English is loaded when it is first wanted. */
export async function speak(language: Language): Promise<void> {
  if (!messages[language]) {
    const { en } = await import('@shared/locales/en')
    messages.en = en
    composer.setLocaleMessage('en', en as never) // vue-i18n types every locale like the first
  }
  // vue-i18n narrows the locale to those given at creation, which are all of them
  composer.locale.value = language as typeof composer.locale.value
  document.documentElement.lang = language
}

export type Params = Record<string, string | number>

/**
 * A text by its key; `n` among the parameters also chooses the plural.
 * @example t('customers.count', { n: 12 })
 */
export const t = (key: TextKey, params: Params = {}): string => translate(key, params)

/** For keys made at run time (fields, choices, error codes): null when there is no such text. */
export const tMaybe = (key: string, params: Params = {}): string | null =>
  composer.te(key) || composer.te(key, 'zh-CN') ? translate(key, params) : null

/** 2551 → '2,551'. */
const grouped = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString('en-US') : value,
    ]),
  )

const translate = (key: string, params: Params): string =>
  typeof params.n === 'number'
    ? composer.t(key, grouped(params), { plural: params.n })
    : composer.t(key, grouped(params))

export const currentLanguage = (): Language => languages.find((one) => one === composer.locale.value) ?? 'zh-CN'
export type { Language, TextKey }
