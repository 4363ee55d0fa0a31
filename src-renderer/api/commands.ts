// Writing: one call with its busy state, its failure in words, and its undo.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { useNotifications } from '@renderer/stores/notifications'
import { call, toApiError } from './caller'
import { partsOf, type InputAt, type OutputAt, type WritePath } from './paths'
import { refresh } from './queries'

interface CommandOptions<O> {
  /** What is told when it is done, with an undo when the command wrote a change set. */
  told?: (output: O) => string
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

/**
 * A command or job ready to be run.
 * @example const archive = useCommand('customers.archive', { told: () => t('customers.archived') })
 */
export function useCommand<P extends WritePath>(
  path: P,
  options: CommandOptions<OutputAt<P>> = {},
): Command<InputAt<P>, OutputAt<P>> {
  const [room, name] = partsOf(path)
  const notifications = useNotifications()
  const busy = ref(false)
  const error = shallowRef<ApiError | null>(null)

  async function run(input: InputAt<P>): Promise<OutputAt<P> | undefined> {
    busy.value = true
    error.value = null
    const reply: { changeSet?: number } = {}
    try {
      // the caller's answer is typed by the same path
      const output = (await call(room, name, input, { reply })) as OutputAt<P>
      refresh(room, ...(options.also ?? []))
      if (options.told) notifications.tell({ text: options.told(output), changeSet: reply.changeSet })
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
