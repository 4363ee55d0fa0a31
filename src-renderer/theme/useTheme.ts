import { darkTheme, type GlobalTheme, type GlobalThemeOverrides } from 'naive-ui'
import { computed, ref, watch } from 'vue'
import { usePreferences } from '@renderer/stores/preferences'
import { naiveOverrides } from './naiveTheme'
import { readTokens, type ThemeName } from './tokens'

const thumb = window.matchMedia('(max-width: 820px)')
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

/** The chosen theme (or the system's), put on the root element and turned into Naive UI's terms. */
export function useTheme() {
  const preferences = usePreferences()
  const system = ref<ThemeName>(systemDark.matches ? 'dark' : 'light')
  systemDark.addEventListener('change', () => (system.value = systemDark.matches ? 'dark' : 'light'))

  const narrow = ref(thumb.matches)
  thumb.addEventListener('change', () => (narrow.value = thumb.matches))

  const name = computed<ThemeName>(() => (preferences.theme === 'system' ? system.value : preferences.theme))
  const overrides = ref<GlobalThemeOverrides>({})
  watch(
    [name, narrow],
    () => {
      document.documentElement.dataset.theme = name.value
      overrides.value = naiveOverrides(readTokens(), narrow.value)
    },
    { immediate: true },
  )
  const theme = computed<GlobalTheme | null>(() => (name.value === 'dark' ? darkTheme : null))
  return { theme, overrides }
}
