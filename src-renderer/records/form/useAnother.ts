// A customer that is there already, as far as it looks: the first press asks, the second says that it is another one.
import { readonly, ref, watch, type Ref } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { isRefused, type Taken } from '@shared/features/duplicates/rules'

/**
 * `sure` lasts until something else is typed.
 * @example const another = useAnother(() => values, [error])
 * if (another.asks()) return
 * await run({ ...values, despiteDuplicates: another.sure.value })
 */
export function useAnother(typed: () => unknown, refusals: readonly Readonly<Ref<ApiError | null>>[]) {
  const likely = ref(false)
  const sure = ref(false)
  watch(typed, () => (sure.value = false), { deep: true })
  // the host may know one that was not seen while typing
  watch(
    () => refusals.map((one) => one.value),
    (told) => (sure.value ||= told.some((error) => error?.details.code?.startsWith('duplicate'))),
  )
  return {
    sure: readonly(sure),
    weigh: (matches: readonly Taken[]): void => void (likely.value = matches.some(isRefused)),
    /** Whether this press only asks. */
    asks(): boolean {
      if (!likely.value || sure.value) return false
      return (sure.value = true)
    },
  }
}
