// Previewing and running a bulk edit: small ones at once, large ones as a job with its progress.
import { ref, shallowRef, watch } from 'vue'
import type { ApiError } from '@shared/api/errors'
import type { BulkResult } from '@shared/features/bulkEdit/endpoints'
import { api, toApiError } from '@renderer/api/caller'
import { jobError, useJob } from '@renderer/api/jobs'
import type { InputAt, OutputAt } from '@renderer/api/paths'
import { refresh } from '@renderer/api/queries'
import { t } from '@renderer/i18n'
import { useNotifications } from '@renderer/stores/notifications'

type Asked = InputAt<'bulkEdit.preview'>
/** Typing is not previewed letter by letter. */
const pause = 300

function usePreview(asked: () => Asked | null) {
  const preview = shallowRef<OutputAt<'bulkEdit.preview'> | null>(null)
  const error = shallowRef<ApiError | null>(null)
  let latest = 0
  async function look(): Promise<void> {
    const mine = ++latest
    const input = asked()
    error.value = null
    if (!input) return
    try {
      const found = await api.bulkEdit.preview(input)
      if (mine === latest) preview.value = found
    } catch (thrown) {
      if (mine === latest) error.value = toApiError(thrown)
    }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => JSON.stringify(asked()),
    () => {
      clearTimeout(timer)
      preview.value = null
      timer = setTimeout(() => void look(), pause)
    },
    { immediate: true },
  )
  return { preview, error }
}

export function useBulkEdit(asked: () => Asked | null) {
  const { preview, error } = usePreview(asked)
  const busy = ref(false)
  const notifications = useNotifications()
  const { share, follow, cancel } = useJob()

  async function asJob(input: Asked): Promise<BulkResult | null> {
    const { jobId } = await api.bulkEdit.start(input)
    const ended = await follow(jobId)
    error.value = ended && jobError(ended)
    // the job's own result
    return (ended?.result ?? null) as BulkResult | null
  }

  async function run(large: boolean): Promise<boolean> {
    const input = asked()
    if (!input || busy.value) return false
    busy.value = true
    error.value = null
    try {
      const result = large ? await asJob(input) : await api.bulkEdit.run(input)
      if (!result) return false
      refresh(input.list, 'customers', 'today')
      const { done, refused, changeSetId } = result
      const [all, some] =
        input.action.kind === 'archive'
          ? (['records.bulk.archived', 'records.bulk.archivedSome'] as const)
          : (['records.bulk.done', 'records.bulk.doneSome'] as const)
      const text = refused ? t(some, { n: done, failed: refused }) : t(all, { n: done })
      notifications.tell({ text, changeSet: changeSetId ?? undefined })
      return true
    } catch (thrown) {
      error.value = toApiError(thrown)
      return false
    } finally {
      busy.value = false
    }
  }
  return { preview, error, busy, share, run, stop: cancel }
}
