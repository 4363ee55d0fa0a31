// Following a job until it ends.
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { JobRow } from '@shared/features/jobs/endpoints'
import { ApiError } from '@shared/api/errors'
import { api, isHostLost, toApiError } from './caller'

const pause = 400

/** A job's failure as an error of the closed list. */
export function jobError(job: JobRow): ApiError | null {
  if (job.state !== 'failed') return null
  const { code, rule, params } = job.error ?? { code: 'internal', rule: null, params: {} }
  return new ApiError(code, { code: rule ?? undefined, params })
}

/**
 * @example const { job, share, follow, cancel } = useJob(); const ended = await follow(jobId)
 */
export function useJob() {
  const job = shallowRef<JobRow | null>(null)
  let stopped = false
  onScopeDispose(() => (stopped = true))

  async function follow(id: number): Promise<JobRow | null> {
    while (!stopped) {
      try {
        job.value = await api.jobs.read({ id })
        if (job.value.endedAt !== null) return job.value
      } catch (thrown) {
        const error = toApiError(thrown)
        // the host that did it is gone, and its jobs with it
        if (error.code === 'notFound') throw new ApiError('rule', { code: 'jobLost' })
        if (!isHostLost(error)) throw thrown
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return null
  }

  return {
    job,
    follow,
    /** 0 to 1, null while the end is not known. */
    share: computed(() => (job.value?.total ? Math.min(1, job.value.done / job.value.total) : null)),
    cancel: async () => {
      if (job.value) job.value = await api.jobs.cancel({ id: job.value.id })
    },
  }
}
