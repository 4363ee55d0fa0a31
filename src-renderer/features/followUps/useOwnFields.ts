// Which of the office's own fields a follow-up asks for now: those of its way's template, and what must be filled in.
import { computed } from 'vue'
import { followUpFields } from '@shared/features/followUps/fields'
import { holds, type Rule } from '@shared/fields/rules'
import { writableFields, type ListedField } from '@renderer/records/fieldList'

/** `keys` null: the way has no template, all are asked for. `values`: the draft, its own fields as `custom.key`. */
export function useOwnFields(keys: () => readonly string[] | null, values: () => Record<string, unknown>) {
  const holdsNow = (rule: Rule | undefined): boolean => rule !== undefined && holds(rule, (key) => values()[key])
  const isRequired = ({ field }: ListedField): boolean => field.required === true || holdsNow(field.requiredWhen)
  const fields = computed(() => {
    const own = writableFields(followUpFields).filter(({ field, readOnly }) => field.custom && !readOnly)
    const asked = keys()?.flatMap((key) => own.filter((one) => one.key === key)) ?? own
    // what must be filled in is asked for whatever the template says
    const must = own.filter((one) => isRequired(one) && !asked.includes(one))
    return [...asked, ...must].filter(({ field }) => !field.shownWhen || holdsNow(field.shownWhen))
  })
  return {
    fields,
    isRequired,
    /** Of what was typed only what is asked for: the rest belongs to another way, or its condition holds no longer. */
    given: (typed: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(fields.value.flatMap(({ key }) => (key in typed ? [[key, typed[key]]] : []))),
  }
}
export type OwnFieldsAsked = ReturnType<typeof useOwnFields>
