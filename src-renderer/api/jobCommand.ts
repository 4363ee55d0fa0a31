// A job begun by a button: its progress, and its end in words, good or bad.
import { computed } from 'vue'
import type { JobRow } from '@shared/features/jobs/endpoints'
import { useNotifications } from '@renderer/stores/notifications'
import { useCommand } from './commands'
import { jobError, useJob } from './jobs'
import type { InputAt, OutputAt, WritePath } from './paths'
import { refresh } from './queries'

/** The writes that begin a job. */
type JobPath = { [P in WritePath]: OutputAt<P> extends { jobId: number } ? P : never }[WritePath]

interface JobOptions {
  told: (ended: JobRow) => string
  also?: string[]
}

/** @example const scan = useJobCommand('dataQuality.scan', { told: () => t('dataQuality.scanned') }) */
export function useJobCommand<P extends JobPath>(path: P, { told, also = [] }: JobOptions) {
  const begin = useCommand(path, { untold: 'goesOn', also })
  const { job, share, follow, cancel } = useJob()
  const notifications = useNotifications()
  const running = computed(() => job.value?.state === 'running')

  /** The ended job when it came to a good end. */
  async function run(input: InputAt<P>): Promise<JobRow | null> {
    const begun = await begin.run(input)
    // JobPath holds only what answers with a job
    const ended = begun && (await follow((begun as { jobId: number }).jobId))
    if (!ended) return null
    refresh(path.split('.')[0] ?? path, ...also)
    const failure = jobError(ended)
    if (failure) notifications.tellFailure(failure)
    if (ended.state !== 'done') return null
    notifications.tell({ text: told(ended) })
    return ended
  }
  return { run, busy: computed(() => begin.busy.value || running.value), running, job, share, cancel }
}
