// Writing: one call with its busy state, its failure in words, and its undo.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { t } from '@renderer/i18n'
import { useNotifications } from '@renderer/stores/notifications'
import { call, toApiError } from './caller'
import { partsOf, type InputAt, type OutputAt, type WritePath } from './paths'
import { refresh } from './queries'

/**
 * Why nothing is told at the foot of the window. A change set is told all the same, with its undo.
 * - page: what happened stands before one's eyes, or the page tells it in its own way
 * - goesOn: a job begins; its end is told
 * - paper: it is printed
 */
type Untold = 'page' | 'goesOn' | 'paper'

/** Whoever writes decides what is told. */
export type Words<I, O> = { told: (output: O, input: I) => string; untold?: never } | { told?: never; untold: Untold }

interface Beside<I, O> {
  /**
   * For what belongs to no change set (settings, views): asked before it is sent, gives what takes it back.
   * `send` is the command itself.
   */
  back?: (input: I, send: (input: I) => Promise<unknown>) => ((output: O) => Promise<unknown>) | undefined
  /** Entities beside the room itself whose views are read again. */
  also?: string[]
  /** The page shows the failure itself; otherwise it is told at the foot of the window. */
  quiet?: boolean
}

export interface Command<I, O> {
  /** Undefined when it failed; the failure is in `error`. */
  run(input: I): Promise<O | undefined>
  busy: Ref<boolean>
  error: ShallowRef<ApiError | null>
}

/** @example useCommand('pool.setRules', { told, back: backTo(() => rules.data.value) }) */
export const backTo =
  <I>(was: () => I | null | undefined) =>
  (_input: unknown, send: (input: I) => Promise<unknown>): (() => Promise<unknown>) | undefined => {
    const before = was()
    return before === null || before === undefined ? undefined : () => send(before)
  }

/**
 * A command or job ready to be run.
 * @example const archive = useCommand('customers.archive', { told: () => t('customers.archived') })
 */
export function useCommand<P extends WritePath>(
  path: P,
  options: Words<InputAt<P>, OutputAt<P>> & Beside<InputAt<P>, OutputAt<P>>,
): Command<InputAt<P>, OutputAt<P>> {
  const [room, name] = partsOf(path)
  const notifications = useNotifications()
  const busy = ref(false)
  const error = shallowRef<ApiError | null>(null)
  const reread = (): void => refresh(room, ...(options.also ?? []))

  async function run(input: InputAt<P>): Promise<OutputAt<P> | undefined> {
    busy.value = true
    error.value = null
    const reply: { changeSet?: number } = {}
    const back = options.back?.(input, (before) => call(room, name, before, { reply: {} }).then(reread))
    try {
      // the caller's answer is typed by the same path
      const output = (await call(room, name, input, { reply })) as OutputAt<P>
      reread()
      const { changeSet } = reply
      if (options.told)
        notifications.tell({ text: options.told(output, input), changeSet, back: back && (() => back(output)) })
      else if (changeSet) notifications.tell({ text: t('shell.toast.done'), changeSet })
      return output
    } catch (thrown) {
      error.value = toApiError(thrown)
      if (!options.quiet) notifications.tellFailure(error.value)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { run, busy, error }
}
