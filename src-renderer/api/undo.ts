// Taking a change set back, whatever its size.
import { undoneAtOnce, undoSummary, type ChosenRecords, type UndoSummary } from '@shared/features/changeSets/endpoints'
import type { JobRow } from '@shared/features/jobs/endpoints'
import { api, toApiError } from './caller'
import { jobError } from './jobs'

export interface Undone {
  /** Null: stopped before anything was undone. */
  summary: UndoSummary | null
  /** The set that undid it: undone in turn, all is as before. */
  changeSetId: number | null
}

interface UndoOptions {
  /** Only these of its records and fields. */
  only?: ChosenRecords | undefined
  /** Waits for a job; large sets are undone by one. */
  follow: (jobId: number) => Promise<JobRow | null>
  /** How many changes it holds, where that is known. */
  changes?: number
}

/** @example await undoSet(id, { follow }) */
export async function undoSet(id: number, { only, follow, changes = 0 }: UndoOptions): Promise<Undone> {
  if (only) return api.changeSets.undo({ id, only })
  try {
    if (changes <= undoneAtOnce) return await api.changeSets.undo({ id })
  } catch (thrown) {
    if (toApiError(thrown).details.code !== 'tooLarge') throw thrown
  }
  const ended = await follow((await api.changeSets.undoLarge({ id })).jobId)
  const failed = ended && jobError(ended)
  if (failed) throw failed
  const summary = undoSummary.safeParse(ended?.result?.['summary'])
  const by = ended?.result?.['changeSetId']
  return { summary: summary.success ? summary.data : null, changeSetId: typeof by === 'number' ? by : null }
}
