// What was read from a text, as it is put right: the values found, what the office itself requires, and what is wrong.
import { computed, reactive, ref, watch, type Ref } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { contactFields } from '@shared/features/contacts/fields'
import { customerFields } from '@shared/features/customers/fields'
import { readPaste } from '@shared/features/pasting/reading'
import type { FieldSet } from '@shared/fields/field'
import { fieldLabel } from '@renderer/i18n/labels'
import { useAskedFields } from '@renderer/records/form/useAskedFields'
import { writableFields } from '@renderer/records/fieldList'

type Values = Record<string, string>
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))

/** One record of the two: its values by field. */
function usePastedRecord(set: FieldSet, usual: Record<string, unknown> = {}) {
  const values = reactive<Values>({})
  const keys = Object.keys(set.fields)
  const mayWrite = new Set(writableFields(set).flatMap(({ key, readOnly }) => (readOnly ? [] : [key])))
  const asked = useAskedFields(set, () => ({
    // what was emptied again is told too
    ...Object.fromEntries(keys.map((key) => [key, values[key]?.trim() || null])),
    ...usual,
  }))
  return {
    values,
    asked,
    mayWrite,
    /** Gives what is not this person's to write: it is kept with what found no place. */
    put(found: Values): string[] {
      for (const key of Object.keys(values)) delete values[key]
      Object.assign(values, Object.fromEntries(Object.entries(found).filter(([key]) => mayWrite.has(key))))
      return Object.entries(found).flatMap(([key, value]) =>
        mayWrite.has(key) ? [] : [`${fieldLabel(set.entity, key)} ${value}`],
      )
    },
    given: (): Record<string, unknown> => ({
      ...filled(values),
      ...(asked.asked.value.length > 0 ? { custom: asked.given() } : {}),
    }),
  }
}
export type PastedRecord = ReturnType<typeof usePastedRecord>

/** The host names fields of the one or the other, or of the contact when that is all it was given. */
export function toldOf(of: 'customer' | 'contact', error: ApiError | null, alone = false): Record<string, string> {
  const told = Object.entries(error?.code === 'invalid' ? (error.details.fields ?? {}) : {})
  return Object.fromEntries(
    told.flatMap(([key, code]): [string, string][] => {
      if (alone) return [[key, code]]
      return key.startsWith(`${of}.`) ? [[key.slice(of.length + 1), code]] : []
    }),
  )
}

export function usePasted(text: Ref<string>) {
  const customer = usePastedRecord(customerFields)
  const contact = usePastedRecord(contactFields, { isPrimary: true })
  const rest = ref<string[]>([])
  const keepRest = ref(true)
  const tried = ref(false)
  const hasContact = computed(() => Boolean(contact.values.name?.trim()))
  watch(
    text,
    (now) => {
      const read = readPaste(now)
      const notMine = [...customer.put(read.customer), ...contact.put(read.contact ?? {})]
      rest.value = customer.mayWrite.has('note') ? [...read.rest, ...notMine] : []
    },
    { immediate: true },
  )

  const missing = {
    customer: (): Record<string, string> => ({
      ...(customer.values.name?.trim() ? {} : { name: 'required' }),
      ...customer.asked.check(),
    }),
    contact: (): Record<string, string> => (hasContact.value ? contact.asked.check() : {}),
  }

  return {
    customer,
    contact,
    rest,
    keepRest,
    hasContact,
    compared: computed(() => [filled(contact.values)]),
    /** Whether nothing is missing; from now on it is said what is. `alone`: the contact goes to a customer known already. */
    check(alone?: 'contact'): boolean {
      tried.value = true
      const wrong = { ...(alone ? {} : missing.customer()), ...missing.contact() }
      return Object.keys(wrong).length === 0
    },
    /** Field → code, of what the host said and of what is missing. */
    errorsOf: (of: 'customer' | 'contact', told: Record<string, string>): Record<string, string> => ({
      ...told,
      ...(tried.value ? missing[of]() : {}),
    }),
    /** The two as the host takes them. */
    given() {
      const left = keepRest.value ? rest.value : []
      const note = [customer.values.note, ...left].filter(Boolean).join('\n').slice(0, 2000)
      return {
        customer: { ...customer.given(), ...(note && { note }) },
        contact: hasContact.value ? contact.given() : null,
      }
    },
  }
}
