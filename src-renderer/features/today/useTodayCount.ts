import { computed } from 'vue'
import { useQuery } from '@renderer/api/queries'

/** How many customers wait today: late or due. */
export function useTodayCount() {
  const { data } = useQuery('today.list', () => ({ whose: 'me' }), { also: ['customers', 'followUps'] })
  return computed(() => data.value && (data.value.counts.overdue ?? 0) + (data.value.counts.dueToday ?? 0))
}
