// What a column can be mapped to, grouped and in the reader's words.
import type { SelectGroupOption, SelectOption } from 'naive-ui'
import { fieldOf, importTargets, type Target } from '@shared/features/importExport/targets'
import { t, tMaybe } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'

const groupKey = ({ entity, slot }: Target): string => (slot > 1 ? `${entity}${slot}` : entity)

function groupName({ entity, slot }: Target): string {
  if (entity === 'row' || entity === 'reach') return t(`imports.groups.${entity}`)
  return slot > 1 ? t('imports.nthContact', { n: slot }) : (tMaybe(`entities.${entity}`) ?? entity)
}

/** 姓名; for parts that are no field: 省, 姓, 记入备注. */
export function targetLabel(target: Target): string {
  const field = fieldOf(target)
  if (target.entity !== 'reach' && field) return fieldLabel(target.entity, target.field, field)
  return tMaybe(`imports.targets.${target.field}`) ?? target.field
}

export function targetOptions(): SelectGroupOption[] {
  const groups = new Map<string, SelectGroupOption & { children: SelectOption[] }>()
  for (const target of importTargets) {
    const key = groupKey(target)
    const group = groups.get(key) ?? { type: 'group' as const, key, label: groupName(target), children: [] }
    group.children.push({ value: target.key, label: targetLabel(target), group: group.label })
    groups.set(key, group)
  }
  return [...groups.values()]
}
