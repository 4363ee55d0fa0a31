// The customer list's ready-made filters and columns.
import { computed } from 'vue'
import { useQuery } from '@renderer/api/queries'
import { t } from '@renderer/i18n'
import { useListState, type Quick } from '@renderer/records/list/useListState'
import type { ColumnChoice } from '@renderer/records/table/columns'
import { useSession } from '@renderer/stores/session'

export const standardColumns: readonly ColumnChoice[] = [
  { field: 'name', width: 240, frozen: true },
  { field: 'level' },
  { field: 'type' },
  { field: 'ownerId', width: 76 },
  { field: 'lastFollowedAt', width: 96 },
  { field: 'nextFollowAt', width: 116 },
  { field: 'pastAmount', width: 136 },
  { field: 'lastFollowUp', width: 240 },
]

export function useCustomerList() {
  const session = useSession()
  const office = useQuery('settings.office', () => ({}))
  const days = computed(() => office.data.value?.quietDays ?? 30)

  const quicks = computed<Quick[]>(() => [
    { key: 'all', label: t('customers.quick.all') },
    { key: 'mine', label: t('customers.quick.mine'), filter: { field: 'ownerId', operator: 'in', value: ['me'] } },
    ...(session.info?.below.length
      ? [
          {
            key: 'myPeople',
            label: t('customers.quick.myPeople'),
            filter: { field: 'ownerId', operator: 'in' as const, value: ['myPeople'] },
          },
        ]
      : []),
    {
      key: 'quiet',
      label: t('customers.quick.quiet', { days: days.value }),
      filter: { field: 'lastFollowedAt', operator: 'olderThanDays', value: days.value },
      sort: [{ field: 'lastFollowedAt', direction: 'asc' }],
    },
    {
      key: 'due',
      label: t('customers.quick.due'),
      filter: {
        or: [
          { field: 'nextFollowAt', operator: 'beforeToday' },
          { field: 'nextFollowAt', operator: 'today' },
        ],
      },
      sort: [{ field: 'nextFollowAt', direction: 'asc' }],
    },
    { key: 'starred', label: t('customers.quick.starred'), filter: { field: 'starred', operator: 'is', value: true } },
  ])
  const state = useListState({ entity: 'customers', columns: standardColumns, sort: [], quicks: () => quicks.value })
  return { quicks, state }
}
