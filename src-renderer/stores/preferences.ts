// What one person likes. Kept by the host; language and theme also on this device, for the page before sign-in.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api } from '@renderer/api/caller'

import type { Language } from '@shared/locales/messages'
export type ThemeChoice = 'system' | 'light' | 'dark'
type Value = string | number | boolean

const local = {
  read: (key: string): string | null => {
    try {
      return localStorage.getItem(`zhike.${key}`)
    } catch {
      return null
    }
  },
  write: (key: string, value: string): void => {
    try {
      localStorage.setItem(`zhike.${key}`, value)
    } catch {
      // private windows refuse; the host keeps it anyway
    }
  },
}

const firstLanguage = (): Language => ((local.read('language') ?? navigator.language).startsWith('en') ? 'en' : 'zh-CN')
const asTheme = (value: unknown): ThemeChoice => (value === 'light' || value === 'dark' ? value : 'system')

export const usePreferences = defineStore('preferences', () => {
  const values = ref<Record<string, Value>>({ language: firstLanguage(), theme: asTheme(local.read('theme')) })
  const language = computed<Language>(() => (values.value.language === 'en' ? 'en' : 'zh-CN'))
  const theme = computed<ThemeChoice>(() => asTheme(values.value.theme))

  function keepHere(): void {
    local.write('language', language.value)
    local.write('theme', theme.value)
  }

  return {
    values,
    language,
    theme,
    /** Read after sign-in; keys the person never set keep this device's value. */
    async load() {
      values.value = { ...values.value, ...(await api.settings.preferences({})).values }
      keepHere()
    },
    /** Shown at once, kept by the host when signed in. */
    async set(key: string, value: Value, signedIn = true) {
      values.value = { ...values.value, [key]: value }
      keepHere()
      if (signedIn) await api.settings.setPreference({ key, value }).catch(() => undefined)
    },
    /** A preference holding JSON; undefined when never set or unreadable. */
    readJson(key: string): unknown {
      const value = values.value[key]
      if (typeof value !== 'string') return undefined
      try {
        return JSON.parse(value)
      } catch {
        return undefined
      }
    },
  }
})
