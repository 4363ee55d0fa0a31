// The pool list's ready-made filters and columns.
import { computed } from 'vue'
import { t } from '@renderer/i18n'
import { useListState, type Quick } from '@renderer/records/list/useListState'
import type { ColumnChoice } from '@renderer/records/table/columns'

export const poolColumns: readonly ColumnChoice[] = [
  { field: 'name', width: 222, frozen: true },
  { field: 'level' },
  { field: 'type' },
  { field: 'valueTier' },
  { field: 'industry', width: 94 },
  { field: 'region', width: 166 },
  { field: 'lastFollowedAt', width: 96 },
  { field: 'followUpCount', width: 88 },
  { field: 'formerOwnerId', width: 88 },
  { field: 'pooledAt', width: 110 },
]

const freshDays = 7

export function usePoolList() {
  const quicks = computed<Quick[]>(() => [
    { key: 'all', label: t('pool.quick.all') },
    {
      key: 'fresh',
      label: t('pool.quick.fresh'),
      filter: { field: 'pooledAt', operator: 'withinDays', value: freshDays },
    },
    {
      key: 'valuable',
      label: t('pool.quick.valuable'),
      filter: { field: 'valueTier', operator: 'in', value: ['a', 'b'] },
      sort: [{ field: 'valueTier', direction: 'asc' }],
    },
    { key: 'mine', label: t('pool.quick.mine'), filter: { field: 'formerOwnerId', operator: 'in', value: ['me'] } },
  ])
  const state = useListState({ entity: 'pool', columns: poolColumns, sort: [], quicks: () => quicks.value })
  return { quicks, state }
}
