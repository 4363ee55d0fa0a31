// Where the fields of a form stand: as the office laid them out, the rest where they stand by themselves.
import { z } from 'zod'
import type { Field } from './field'

const key = z.string().max(64)

/** Groups of a form with their fields in order; what stands nowhere follows where it stands by itself. */
export const layoutBody = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        /** One of the ready-made groups, whose name is ours. */
        name: z.string().max(40).optional(),
        /** Or the office's own. */
        label: z.string().trim().min(1).max(40).optional(),
        fields: z.array(key).max(200),
      }),
    )
    .max(30),
  /** Fields the form does not offer. */
  left: z.array(key).max(200),
})
export type LayoutBody = z.output<typeof layoutBody>

/** What the form of a follow-up may ask for beside way and text. */
export const templateKeys: readonly string[] = ['contactId', 'result', 'followedAt', 'nextAt']

/** A field may be left out of a form when a record can be made without it. */
export const isHidable = ({ required, fallback }: Field): boolean => !required || fallback !== undefined

export interface FormGroup {
  /** A ready-made group, or '' for none. */
  name: string
  /** The office's own name of it. */
  label: string | null
  fields: string[]
}

/** Custom fields without a place. */
const ownGroup = 'custom'

/**
 * The groups of a form. New fields appear by themselves: in their own group, at its end.
 * @example arrange(visible, layout).map(({ name, fields }) => …)
 */
export function arrange(fields: readonly { key: string; field: Field }[], layout: LayoutBody | undefined): FormGroup[] {
  const known = new Map(fields.map((one) => [one.key, one.field]))
  const groups: FormGroup[] = (layout?.groups ?? []).map(({ name = '', label = null, fields: keys }) => ({
    name,
    label,
    fields: keys.filter((key) => known.has(key)),
  }))
  const placed = new Set([...groups.flatMap((group) => group.fields), ...(layout?.left ?? [])])
  for (const { key, field } of fields) {
    if (placed.has(key)) continue
    const name = field.group ?? (field.custom ? ownGroup : '')
    const group = groups.find((one) => one.name === name && one.label === null)
    if (group) group.fields.push(key)
    else groups.push({ name, label: null, fields: [key] })
  }
  return groups.filter((group) => group.fields.length > 0)
}
