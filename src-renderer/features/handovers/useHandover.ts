// A handover being prepared: who leaves, who takes what, what remains.
import { computed, reactive, watch } from 'vue'
import type { WorthLine } from '@shared/features/handovers/endpoints'
import type { remainingRights } from '@shared/features/handovers/rules'
import { dayOf } from '@shared/dates'
import { isDay } from '@shared/fields/typed'
import type { InputAt } from '@renderer/api/paths'
import { useQuery } from '@renderer/api/queries'

export type Remaining = (typeof remainingRights)[number]

interface Draft {
  leaverId: number | null
  successorId: number | null
  headId: number | null
  remaining: Remaining
  readDays: number
  leaveOn: string | null
  note: string
}

const standardReadDays = 14

/** Null until it is said who hands over to whom, and when somebody leaves. */
function inputOf(draft: Draft, others: ReadonlyMap<number, number>): InputAt<'handovers.run'> | null {
  const { leaverId, successorId, headId, remaining, readDays, leaveOn, note } = draft
  if (leaverId === null || successorId === null) return null
  if (remaining === 'disabled' && (leaveOn === null || !isDay(leaveOn))) return null
  return {
    leaverId,
    successorId,
    others: [...others].map(([customerId, to]) => ({ customerId, successorId: to })),
    remaining,
    ...(headId === null ? {} : { headId }),
    ...(remaining === 'read' ? { readDays } : {}),
    ...(remaining === 'disabled' && leaveOn !== null ? { leaveOn } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}

export function useHandover() {
  const draft = reactive<Draft>({
    leaverId: null,
    successorId: null,
    headId: null,
    remaining: 'none',
    readDays: standardReadDays,
    leaveOn: dayOf(Date.now()),
    note: '',
  })
  /** Customer → who gets it instead of the successor. */
  const others = reactive(new Map<number, number>())
  const survey = useQuery('handovers.survey', () => (draft.leaverId === null ? null : { leaverId: draft.leaverId }), {
    also: ['customers', 'followUps', 'people'],
  })
  watch(
    () => draft.leaverId,
    () => others.clear(),
  )
  const lines = computed<readonly WorthLine[]>(() => survey.data.value?.customers ?? [])
  const successorOf = (customerId: number): number | null => others.get(customerId) ?? draft.successorId

  /** Person → how many customers; the rest of a long list goes to the successor. */
  const shares = computed(() => {
    const counts = new Map<number, number>()
    const add = (personId: number | null, n: number): void => {
      if (personId !== null && n > 0) counts.set(personId, (counts.get(personId) ?? 0) + n)
    }
    for (const line of lines.value) add(successorOf(line.customerId), 1)
    add(draft.successorId, (survey.data.value?.customerCount ?? 0) - lines.value.length)
    return [...counts].sort((a, b) => b[1] - a[1])
  })

  function give(ids: readonly number[], personId: number): void {
    for (const id of ids) {
      if (personId === draft.successorId) others.delete(id)
      else others.set(id, personId)
    }
  }

  const input = computed(() => inputOf(draft, others))
  return { draft, survey, lines, successorOf, shares, give, input }
}
