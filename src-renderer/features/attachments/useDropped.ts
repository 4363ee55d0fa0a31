// Files dropped on an element, or pasted while it has the focus; `everywhere` takes those of the whole page.
import { onScopeDispose, ref, watch, type Ref } from 'vue'

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false
const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

type Listeners = Partial<Record<string, (event: Event) => void>>

/** Listens at a target that may come and go. */
function listenAt(target: () => EventTarget | null, listeners: Listeners): void {
  const change = (one: EventTarget | null, way: 'addEventListener' | 'removeEventListener'): void => {
    for (const [name, listener] of Object.entries(listeners)) if (listener) one?.[way](name, listener)
  }
  let at: EventTarget | null = null
  watch(
    target,
    (now) => {
      change(at, 'removeEventListener')
      at = now
      change(at, 'addEventListener')
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => change(at, 'removeEventListener'))
}

export function useDropped(
  element: () => HTMLElement | null,
  take: (files: File[]) => void,
  { everywhere = false, enabled = () => true }: { everywhere?: boolean; enabled?: () => boolean } = {},
): { over: Ref<boolean> } {
  const over = ref(false)
  let depth = 0
  const mine = (): boolean => enabled() && !(everywhere && dialogIsOpen())

  const listeners: Listeners = {
    dragenter: (event) => {
      if (!(event instanceof DragEvent) || !hasFiles(event.dataTransfer) || !mine()) return
      depth++
      over.value = true
    },
    dragleave: () => {
      depth = Math.max(0, depth - 1)
      over.value = depth > 0
    },
    dragover: (event) => {
      // without this the browser would open the file in place of the program
      if (event instanceof DragEvent && hasFiles(event.dataTransfer)) event.preventDefault()
    },
    drop: (event) => {
      if (!(event instanceof DragEvent) || !hasFiles(event.dataTransfer)) return
      event.preventDefault()
      depth = 0
      over.value = false
      if (!mine()) return
      event.stopPropagation()
      take([...(event.dataTransfer?.files ?? [])])
    },
    paste: (event) => {
      const files = event instanceof ClipboardEvent ? [...(event.clipboardData?.files ?? [])] : []
      if (files.length === 0 || !mine()) return
      event.preventDefault()
      event.stopPropagation()
      take(files)
    },
  }
  listenAt(() => (everywhere ? window : element()), listeners)
  return { over }
}
