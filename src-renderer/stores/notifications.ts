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
  changeSet?: number | undefined
  /** Taking it back is doing again what was undone. */
  redo?: boolean | undefined
  /** Takes back what belongs to no change set. */
  back?: (() => Promise<unknown>) | undefined
}

type Told = Pick<Telling, 'changeSet' | 'redo' | 'back'> & { text: string }

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
    setTimeout(() => dismiss(id), telling.changeSet || telling.back ? undoLife : life[telling.tone])
  }

  return {
    shown,
    dismiss,
    tell: (telling: Told) => add({ ...telling, tone: 'plain' }),
    /** In the page's own words, of what went wrong. */
    tellProblem: (text: string) => add({ text, tone: 'bad' }),
    /** Signed out is not told: the sign-in page says it. */
    /** In words of its own where `text` is given. */
    tellFailure: (error: ApiError, text?: string) => {
      if (error.code === 'signedOut' || error.code === 'cancelled') return
      add({ error, tone: 'bad', ...(text === undefined ? {} : { text }) })
    },
  }
})
