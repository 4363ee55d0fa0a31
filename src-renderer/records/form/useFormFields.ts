// Which fields a form shows now, in which groups: the office's layout, and conditions over what is typed.
import { computed } from 'vue'
import type { FieldSet } from '@shared/fields/field'
import { arrange } from '@shared/fields/layout'
import type { LayoutBody } from '@shared/fields/layout'
import { holds, type Rule } from '@shared/fields/rules'
import { tMaybe } from '@renderer/i18n'
import { groupLabel } from '@renderer/i18n/labels'
import { writableFields, type ListedField } from '@renderer/records/fieldList'
import { useLookups } from '@renderer/stores/lookups'

/** Belongs to the birthday input, which draws them. */
const drawnElsewhere = new Set(['birthdayCalendar', 'birthdayLeapMonth'])

export interface ShownGroup {
  key: string
  title: string
  list: ListedField[]
}

interface FormOf {
  set: FieldSet
  /** Only these of the ready-made fields, in this order; all of the set when missing. */
  keys?: readonly string[] | undefined
  /** Another layout than that of the person: for a preview. */
  layout?: LayoutBody | undefined
}

export function useFormFields(form: () => FormOf, values: Record<string, unknown>) {
  const lookups = useLookups()
  const holdsNow = (rule: Rule): boolean => holds(rule, (key) => values[key])

  const fields = computed(() => {
    const { set, keys } = form()
    const all = writableFields(set)
    const own = keys
      ? keys.flatMap((key) => all.filter((one) => one.key === key))
      : all.filter((one) => !one.field.custom)
    return [...own, ...all.filter((one) => one.field.custom)].filter(
      ({ key, field }) => !drawnElsewhere.has(key) && (!field.shownWhen || holdsNow(field.shownWhen)),
    )
  })

  const groups = computed<ShownGroup[]>(() => {
    const { set, layout } = form()
    const byKey = new Map(fields.value.map((one) => [one.key, one]))
    return arrange(fields.value, layout ?? lookups.layout(set.entity)).map(({ name, label, fields: keys }, at) => ({
      key: `${at}-${label ?? name}`,
      title: label ?? groupTitle(set.entity, name),
      list: keys.flatMap((key) => byKey.get(key) ?? []),
    }))
  })

  return {
    fields: computed(() => groups.value.flatMap(({ list }) => list)),
    groups,
    isRequired: ({ field }: ListedField): boolean =>
      field.required === true || (field.requiredWhen !== undefined && holdsNow(field.requiredWhen)),
  }
}

/** The office's own fields stand under a heading of their own. */
export const groupTitle = (entity: string, name: string): string =>
  name === 'custom' ? (tMaybe('customFields.otherGroup') ?? '') : name === '' ? '' : groupLabel(entity, name)

/** What stands in a new record before anybody typed. */
export const fallbacksOf = (set: FieldSet): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(set.fields).flatMap(([key, field]) =>
      field.custom && field.fallback !== undefined ? [[key, field.fallback] as const] : [],
    ),
  )
