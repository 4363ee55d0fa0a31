// A follow-up being written: what was said, and what comes next. What is typed stays while one looks elsewhere.
import { computed, reactive, ref } from 'vue'
import type { followUpWays } from '@shared/features/followUps/fields'
import { useCommand } from '@renderer/api/commands'
import { t } from '@renderer/i18n'
import { nested } from '@shared/fields/flat'
import { instantOf, type NextDay } from './nextDays'
import { keptText, useOutline } from './useOutline'
import { useOwnFields } from './useOwnFields'

type Way = (typeof followUpWays)[number]
type Result = 'interested' | 'considering' | 'agreed' | 'refused' | 'unreachable' | 'none'

const emptyDraft = (customerId: number, contactId: number | null) => ({
  way: 'call' as Way, // an office's most frequent way
  contactId,
  content: keptText(customerId),
  result: null as Result | null, // nothing chosen yet
  nextDay: 'none' as NextDay, // nothing agreed yet
  nextAt: null as unknown, // only while a day is picked; what cannot be read as one stays as typed
  nextStep: '',
  followedAt: null as number | null, // null: now
  custom: {} as Record<string, unknown>, // by `custom.key`
})

/** Null where nothing is agreed, or where the day picked cannot be read. */
function agreedAt({ nextDay, nextAt }: ReturnType<typeof emptyDraft>): number | null {
  if (nextDay === 'none') return null
  if (nextDay !== 'pick') return instantOf(nextDay)
  return typeof nextAt === 'number' ? nextAt : null
}

export function useComposer(customerId: () => number, first: { contactId?: number | undefined }) {
  const draft = reactive(emptyDraft(customerId(), first.contactId ?? null))
  const tried = ref(false)
  const { run, busy, error } = useCommand('followUps.create', {
    told: () => t('followUps.saved'),
    also: ['customers', 'today'],
    quiet: true,
  })

  const { template, begin, isBlank } = useOutline(draft, customerId)
  const own = useOwnFields(
    () => template.value?.fields ?? null,
    () => ({ ...draft, ...draft.custom }),
  )
  const nextAt = computed(() => agreedAt(draft))
  const isDayless = (): boolean => draft.nextDay === 'pick' && nextAt.value === null
  const noDay = computed(() => tried.value && isDayless())
  const missing = computed(() => tried.value && isBlank())

  function clear(): void {
    Object.assign(draft, {
      content: '',
      result: null,
      nextDay: 'none',
      nextAt: null,
      nextStep: '',
      followedAt: null,
      custom: {},
    })
    begin()
    tried.value = false
  }

  async function save(): Promise<boolean> {
    tried.value = true
    if (isBlank() || isDayless() || busy.value) return false
    const saved = await run({
      customerId: customerId(),
      contactId: draft.contactId,
      way: draft.way,
      content: draft.content.trim(),
      result: draft.result,
      followedAt: draft.followedAt,
      nextAt: nextAt.value,
      nextStep: draft.nextStep.trim() || null,
      ...nested(own.given(draft.custom)),
    })
    if (saved) clear()
    return saved !== undefined
  }
  return { draft, template, own, nextAt, missing, noDay, busy, error, save }
}
