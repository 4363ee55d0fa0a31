// The keyboard of the whole program: single keys outside of fields, Ctrl/⌘ combinations anywhere, G then a letter.
import { getCurrentInstance, onActivated, onDeactivated, onScopeDispose } from 'vue'

type Act = (event: KeyboardEvent) => void
/** 'n', '?', 'mod+k', 'mod+enter', 'g c' */
export type KeyMap = Record<string, Act>

const layers: KeyMap[] = []

/** Keys for as long as the component is on screen; the newest layer answers first. */
export function useKeys(map: KeyMap): void {
  const leave = (): void => {
    if (layers.includes(map)) layers.splice(layers.indexOf(map), 1)
  }
  const enter = (): void => {
    leave()
    layers.push(map)
  }
  enter()
  onScopeDispose(leave)
  if (!getCurrentInstance()) return
  onActivated(enter)
  onDeactivated(leave)
}

export const isMac = /Mac|iPhone|iPad/u.test(navigator.platform)
/** 'Ctrl K' or '⌘ K' */
export const shownKey = (combination: string): string =>
  combination
    .split('+')
    .map((part) =>
      part === 'mod' ? (isMac ? '⌘' : 'Ctrl') : part === 'enter' ? '↵' : part.length === 1 ? part.toUpperCase() : part,
    )
    .join(' ')

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)
}

const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

function nameOf(event: KeyboardEvent): string {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('mod')
  if (event.altKey) parts.push('alt')
  return [...parts, event.key === ' ' ? 'space' : event.key.toLowerCase()].join('+')
}

let prefix = ''
let prefixTimer: ReturnType<typeof setTimeout> | undefined

function find(name: string): Act | undefined {
  for (let at = layers.length - 1; at >= 0; at--) {
    const act = layers[at]?.[name]
    if (act) return act
  }
  return undefined
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = nameOf(event)
  const plain = !name.startsWith('mod+')
  if (plain && (isTyping(event.target) || dialogIsOpen())) return
  const act = find(prefix ? `${prefix} ${name}` : name)
  clearTimeout(prefixTimer)
  prefix = ''
  if (act) {
    event.preventDefault()
    act(event)
  } else if (name === 'g') {
    prefix = 'g'
    prefixTimer = setTimeout(() => (prefix = ''), 1200)
  }
}
window.addEventListener('keydown', onKey)
