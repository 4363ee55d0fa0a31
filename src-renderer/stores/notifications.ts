// What just happened, told at the foot of the window for a few seconds.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ApiError } from '@shared/api/errors'

export interface Telling {
  id: number
  text?: string
  error?: ApiError
  tone: 'plain' | 'bad'
  /** Can be undone. */
  changeSet?: number
}

let last = 0
const life = { plain: 6000, bad: 10_000 }
/** An undo is not to be hurried for. */
const undoLife = 12_000

export const useNotifications = defineStore('notifications', () => {
  const shown = ref<Telling[]>([])

  const dismiss = (id: number): void => void (shown.value = shown.value.filter((one) => one.id !== id))

  function add(telling: Omit<Telling, 'id'>): void {
    const id = ++last
    shown.value = [...shown.value.slice(-2), { ...telling, id }]
    setTimeout(() => dismiss(id), telling.changeSet ? undoLife : life[telling.tone])
  }

  return {
    shown,
    dismiss,
    tell: (telling: { text: string; changeSet?: number }) => add({ ...telling, tone: 'plain' }),
    /** Signed out is not told: the sign-in page says it. */
    tellFailure: (error: ApiError) => {
      if (error.code !== 'signedOut' && error.code !== 'cancelled') add({ error, tone: 'bad' })
    },
  }
})
