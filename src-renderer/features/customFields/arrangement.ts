// A layout being arranged: groups in order, and the tray of what is left out, moved by pointer or keys.
import type { FieldSet } from '@shared/fields/field'
import { arrange, isHidable } from '@shared/fields/layout'
import type { LayoutBody } from '@shared/fields/layout'
import { groupTitle } from '@renderer/records/form/useFormFields'
import type { ListedField } from '@renderer/records/fieldList'

export interface Tray {
  name: string
  /** Null: the ready-made name. */
  label: string | null
  fields: string[]
}

export interface Arrangement {
  groups: Tray[]
  left: string[]
}

/** Where a field lies: in a group by number, or left out (-1). */
export interface Spot {
  group: number
  at: number
}

const drawnElsewhere = ['birthdayCalendar', 'birthdayLeapMonth']

export function arrangementOf(fields: readonly ListedField[], layout: LayoutBody | undefined): Arrangement {
  const shown = fields.filter(({ key }) => !drawnElsewhere.includes(key))
  const known = new Set(shown.map(({ key }) => key))
  return {
    groups: arrange(shown, layout).map((group) => ({ ...group, fields: [...group.fields] })),
    left: (layout?.left ?? []).filter((key) => known.has(key)),
  }
}

export const titleOf = (entity: string, { name, label }: Tray): string => label ?? groupTitle(entity, name)

export const bodyOf = ({ groups, left }: Arrangement): LayoutBody => ({
  groups: groups
    .filter((group) => group.fields.length > 0)
    .map(({ name, label, fields }) => ({
      ...(name ? { name } : {}),
      ...(label ? { label } : {}),
      fields: [...fields],
    })),
  left: [...left],
})

const listAt = ({ groups, left }: Arrangement, group: number): string[] =>
  group === -1 ? left : (groups[group]?.fields ?? [])

export function spotOf(arrangement: Arrangement, key: string): Spot | null {
  for (let group = -1; group < arrangement.groups.length; group++) {
    const at = listAt(arrangement, group).indexOf(key)
    if (at >= 0) return { group, at }
  }
  return null
}

/** Moves a field to a spot; what must be filled in does not leave the form. */
export function moveTo(arrangement: Arrangement, set: FieldSet, key: string, to: Spot): void {
  const from = spotOf(arrangement, key)
  const field = set.fields[key]
  if (!from || !field || (to.group === -1 && !isHidable(field))) return
  listAt(arrangement, from.group).splice(from.at, 1)
  // beyond its old place in the same list everything moved up by one
  const at = from.group === to.group && from.at < to.at ? to.at - 1 : to.at
  listAt(arrangement, to.group).splice(at, 0, key)
}

/** One step by a key: up and down within its group and over its border, left and right to the group beside. */
export function step(arrangement: Arrangement, set: FieldSet, key: string, by: 'up' | 'down' | 'left' | 'right'): void {
  const from = spotOf(arrangement, key)
  if (!from) return
  const last = arrangement.groups.length - 1
  if (by === 'left' || by === 'right') {
    const group = Math.max(-1, Math.min(last, from.group + (by === 'left' ? -1 : 1)))
    if (group !== from.group) moveTo(arrangement, set, key, { group, at: listAt(arrangement, group).length })
    return
  }
  const at = from.at + (by === 'up' ? -1 : 2)
  if (at < 0) {
    if (from.group > 0)
      moveTo(arrangement, set, key, { group: from.group - 1, at: listAt(arrangement, from.group - 1).length })
  } else if (at > listAt(arrangement, from.group).length) {
    if (from.group < last && from.group >= 0) moveTo(arrangement, set, key, { group: from.group + 1, at: 0 })
  } else moveTo(arrangement, set, key, { group: from.group, at })
}
