import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { AuditKind } from '@shared/features/auditLog/endpoints'
import type { InputAt } from '@renderer/api/paths'
import type { Days } from '@renderer/records/inputs/DayRange.vue'

/** Which lines are looked at: of whom, about what, with which outcome, on which days; and how far back one has paged. */
export function useAuditFilter() {
  const personId = ref(Number(useRoute().query['person']) || null)
  const kind = ref<AuditKind | null>(null)
  const outcome = ref<'ok' | 'failed' | null>(null)
  const days = ref<Days>({ from: null, until: null })
  const older = ref<number[]>([])
  watch([personId, kind, outcome, days], () => (older.value = []))

  const asked = computed((): InputAt<'auditLog.list'> => {
    const after = older.value.at(-1)
    const { from, until } = days.value
    return {
      limit: 100,
      ...(personId.value === null ? {} : { personId: personId.value }),
      ...(kind.value === null ? {} : { kind: kind.value }),
      ...(outcome.value === null ? {} : { outcome: outcome.value }),
      ...(from === null ? {} : { from: new Date(`${from}T00:00:00`).getTime() }),
      ...(until === null ? {} : { to: new Date(`${until}T23:59:59.999`).getTime() + 1 }),
      ...(after === undefined ? {} : { after }),
    }
  })
  return { personId, kind, outcome, days, older, asked }
}
