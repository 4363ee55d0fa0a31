// Some Naive UI controls give no way to name the native input inside; this names it once it is drawn.
import { onMounted, onUpdated, useTemplateRef } from 'vue'

/** The component's template marks the element around the control with `ref="root"`. */
export function useNativeName(attributes: () => Record<string, unknown>): void {
  const root = useTemplateRef<HTMLElement>('root')
  const name = (): void => {
    const input = root.value?.querySelector('input, textarea, [tabindex="0"]')
    if (!input) return
    for (const [key, value] of Object.entries(attributes())) {
      if (value === undefined) input.removeAttribute(key)
      else input.setAttribute(key, String(value))
    }
  }
  onMounted(name)
  onUpdated(name)
}
