// Some Naive UI controls give no way to name the native control inside; this names it.
import { onBeforeUnmount, onMounted, onUpdated, useTemplateRef, type ObjectDirective } from 'vue'

export type Naming = Record<string, unknown>

const controlIn = (root: Element): Element | null =>
  root.querySelector('input, textarea') ?? root.querySelector('.n-base-selection-label, [tabindex="0"]')

function write(control: Element, naming: Naming): void {
  for (const [name, value] of Object.entries(naming)) {
    if (value === undefined || value === null) control.removeAttribute(name)
    else if (control.getAttribute(name) !== String(value)) control.setAttribute(name, String(value))
  }
}

/** Names the control in `root`. A select that is no text field is a button that opens a list. */
function nameControl(root: Element, naming: Naming): void {
  const control = controlIn(root)
  if (!control) return
  write(control, naming)
  if (!control.classList.contains('n-base-selection-label')) return
  const open = control.closest('.n-base-selection')?.classList.contains('n-base-selection--active') ?? false
  const label = [naming['aria-label'], control.textContent?.trim()].filter(Boolean).join(' ')
  write(control, {
    role: 'button',
    'aria-haspopup': 'listbox',
    'aria-expanded': open,
    'aria-label': label,
    'aria-required': undefined,
  })
}

const watchers = new WeakMap<Element, MutationObserver>()

/** Names now and each time the control is drawn anew. */
function keepNamed(root: Element, naming: () => Naming): void {
  nameControl(root, naming())
  const observer = new MutationObserver(() => nameControl(root, naming()))
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class'],
  })
  watchers.set(root, observer)
}

/** Inside an input component whose template marks the element around the control with `ref="root"`. */
export function useNaming(naming: () => Naming): void {
  const root = useTemplateRef<HTMLElement>('root')
  onMounted(() => root.value && keepNamed(root.value, naming))
  onUpdated(() => root.value && nameControl(root.value, naming()))
  onBeforeUnmount(() => root.value && watchers.get(root.value)?.disconnect())
}

const wanted = new WeakMap<Element, string>()
const byLabel = (root: Element) => () => ({ 'aria-label': wanted.get(root) })

/** `<NSelect v-named="t('…')" />` */
export const vNamed: ObjectDirective<HTMLElement, string> = {
  mounted(root, { value }) {
    wanted.set(root, value)
    keepNamed(root, byLabel(root))
  },
  updated(root, { value }) {
    wanted.set(root, value)
    nameControl(root, byLabel(root)())
  },
  beforeUnmount: (root) => watchers.get(root)?.disconnect(),
}
