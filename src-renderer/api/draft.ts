// A copy to edit of something read: it follows what is saved as long as nothing in it was changed.
import { computed, ref, watch, type Ref } from 'vue'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** @example const { values, changed } = useDraft(rules.data) */
export function useDraft<T>(saved: Readonly<Ref<T | undefined>>) {
  // what comes from a query is plain data, which `ref` does not unwrap
  const values = ref(null) as Ref<T | null>
  // plain data: it came as JSON
  const copied = (whole: T): T => JSON.parse(JSON.stringify(whole)) as T
  watch(
    saved,
    (now, before) => {
      if (now !== undefined && (values.value === null || same(values.value, before))) values.value = copied(now)
    },
    { immediate: true },
  )
  return {
    values,
    changed: computed(() => values.value !== null && !same(values.value, saved.value)),
    put: (whole: T): void => void (values.value = copied(whole)),
  }
}
