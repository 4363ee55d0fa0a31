// What the office itself requires of a new record, beside the fields a short form has.
import { computed, reactive, watchEffect } from 'vue'
import type { FieldSet } from '@shared/fields/field'
import { isNothing } from '@shared/fields/rules'
import { withCustom } from '@renderer/records/fieldList'
import { checkValues } from './checkValues'
import { fallbacksOf, useFormFields } from './useFormFields'

/** Values a ready-made field has in a new record. */
const usual = ({ fields }: FieldSet): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, { fallback }]) => (fallback === undefined ? [] : [[key, fallback]])),
  )

/**
 * Own fields that must be filled in, with their values; conditions look at what `typed` says as well.
 * @example const asked = useAskedFields(customerFields, () => ({ name: values.name, phone: values.phone }))
 */
export function useAskedFields(ready: FieldSet, typed: () => Record<string, unknown>) {
  const set = withCustom(ready)
  const fallbacks = fallbacksOf(set)
  const values = reactive<Record<string, unknown>>({ ...usual(ready), ...fallbacks })
  watchEffect(() => void Object.assign(values, typed()))
  const { fields, isRequired } = useFormFields(() => ({ set, keys: [] }), values)
  const asked = computed(() =>
    fields.value.filter((one) => !one.readOnly && isRequired(one) && isNothing(fallbacks[one.key])),
  )
  return {
    entity: ready.entity,
    values,
    asked,
    /** Field → code of what is wrong with it. */
    check(): Record<string, string> {
      const keys = asked.value.map(({ key }) => key)
      const missing = keys.filter((key) => isNothing(values[key])).map((key): [string, string] => [key, 'required'])
      return { ...checkValues(set, keys, values), ...Object.fromEntries(missing) }
    },
    /** By their own keys, as the host takes them. */
    given: (): Record<string, unknown> =>
      Object.fromEntries(asked.value.map(({ key }) => [key.slice('custom.'.length), values[key] ?? null])),
  }
}

export type AskedFields = ReturnType<typeof useAskedFields>
