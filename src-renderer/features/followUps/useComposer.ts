// A follow-up being written: what was said, and what comes next. What is typed stays while one looks elsewhere.
import { computed, reactive, ref, watch } from 'vue'
import type { followUpWays } from '@shared/features/followUps/fields'
import { useCommand } from '@renderer/api/commands'
import { t } from '@renderer/i18n'
import { instantOf, type NextDay } from './nextDays'

type Way = (typeof followUpWays)[number]
type Result = 'interested' | 'considering' | 'agreed' | 'refused' | 'unreachable' | 'none'

const drafts = new Map<number, string>()

export function useComposer(customerId: () => number, first: { contactId?: number | undefined }) {
  const draft = reactive({
    way: 'call' as Way, // an office's most frequent way
    contactId: first.contactId ?? null,
    content: drafts.get(customerId()) ?? '',
    result: null as Result | null, // nothing chosen yet
    nextDay: 'none' as NextDay, // nothing agreed yet
    nextAt: null as number | null, // only while a day is picked
    nextStep: '',
    followedAt: null as number | null, // null: now
  })
  const tried = ref(false)
  const { run, busy, error } = useCommand('followUps.create', {
    told: () => t('followUps.saved'),
    also: ['customers', 'today'],
    quiet: true,
  })

  watch(
    () => draft.content,
    (content) => (content ? drafts.set(customerId(), content) : drafts.delete(customerId())),
  )
  const nextAt = computed(() => {
    if (draft.nextDay === 'none') return null
    return draft.nextDay === 'pick' ? draft.nextAt : instantOf(draft.nextDay)
  })
  const missing = computed(() => tried.value && draft.content.trim() === '')

  function clear(): void {
    Object.assign(draft, { content: '', result: null, nextDay: 'none', nextAt: null, nextStep: '', followedAt: null })
    tried.value = false
  }

  async function save(): Promise<boolean> {
    tried.value = true
    if (draft.content.trim() === '' || busy.value) return false
    const saved = await run({
      customerId: customerId(),
      contactId: draft.contactId,
      way: draft.way,
      content: draft.content.trim(),
      result: draft.result,
      followedAt: draft.followedAt,
      nextAt: nextAt.value,
      nextStep: draft.nextStep.trim() || null,
    })
    if (saved) clear()
    return saved !== undefined
  }
  return { draft, nextAt, missing, busy, error, save }
}
