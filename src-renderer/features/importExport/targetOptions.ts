// What a column can be mapped to, grouped and in the reader's words.
import type { SelectGroupOption, SelectOption } from 'naive-ui'
import { customizedEntities } from '@shared/fields/definition'
import { fieldOf, importTargets, isImported, type Target } from '@shared/features/importExport/targets'
import { t, tMaybe } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'
import { useLookups } from '@renderer/stores/lookups'

const groupKey = ({ entity, slot }: Target): string => (slot > 1 ? `${entity}${slot}` : entity)

function groupName({ entity, slot }: Target): string {
  if (entity === 'row' || entity === 'reach') return t(`imports.groups.${entity}`)
  return slot > 1 ? t('imports.nthContact', { n: slot }) : (tMaybe(`entities.${entity}`) ?? entity)
}

/** 姓名; for parts that are no field: 省, 姓, 记入备注. */
export function targetLabel(target: Target): string {
  const field = target.defined ?? fieldOf(target)
  if (target.entity !== 'reach' && field) return fieldLabel(target.entity, target.field, field)
  return tMaybe(`imports.targets.${target.field}`) ?? target.field
}

/** Fields of the office's own; a row's first contact has them. */
function ownTargets(): Target[] {
  const lookups = useLookups()
  return customizedEntities.flatMap((entity) =>
    Object.entries(lookups.customFields(entity)).flatMap(([field, defined]): Target[] =>
      isImported(defined)
        ? [{ key: `${entity}.${field}`, entity, field, slot: entity === 'contacts' ? 1 : 0, joins: false, defined }]
        : [],
    ),
  )
}

/** Fields of the office's own that no column can fill. */
export function fieldsByHand(): string[] {
  const lookups = useLookups()
  return customizedEntities.flatMap((entity) =>
    Object.entries(lookups.customFields(entity)).flatMap(([field, defined]) =>
      isImported(defined) ? [] : [fieldLabel(entity, field, defined)],
    ),
  )
}

export function targetOptions(): SelectGroupOption[] {
  const groups = new Map<string, SelectGroupOption & { children: SelectOption[] }>()
  for (const target of [...importTargets, ...ownTargets()]) {
    const key = groupKey(target)
    const group = groups.get(key) ?? { type: 'group' as const, key, label: groupName(target), children: [] }
    group.children.push({ value: target.key, label: targetLabel(target), group: group.label })
    groups.set(key, group)
  }
  return [...groups.values()]
}
