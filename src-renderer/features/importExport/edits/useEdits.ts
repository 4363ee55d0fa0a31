// One edited file from the drop to what was taken of it.
import { computed, ref, shallowRef } from 'vue'
import type { PickedFile } from '@shared/desktop'
import {
  type AcceptedRows,
  comparison,
  type Comparison,
  type EditedRow,
  takenEdits,
  type TakenEdits,
} from '@shared/features/importExport/sheetEdits'
import { api } from '@renderer/api/caller'
import { uploadFile } from '@renderer/api/files'
import { jobError, useJob } from '@renderer/api/jobs'
import { refresh } from '@renderer/api/queries'
import { useGuarded } from '@renderer/features/importExport/guarded'
import { useAccepted } from './useAccepted'

export type Shown = 'all' | 'clash' | 'problem' | 'new'

/** A row with its place in the comparison. */
export interface PlacedRow extends EditedRow {
  at: number
}

const shows: Record<Shown, (row: EditedRow) => boolean> = {
  all: () => true,
  new: ({ kind }) => kind === 'new',
  clash: ({ cells }) => cells.some(({ clash }) => clash),
  problem: ({ cells }) => cells.some(({ problem }) => problem !== null),
}

export function useEdits() {
  const { busy, failure, guarded } = useGuarded()
  const { share, cancel, follow } = useJob()
  const found = shallowRef<Comparison | null>(null)
  const result = shallowRef<TakenEdits | null>(null)
  const shown = ref<Shown>('all')
  const accepted = useAccepted(found)

  async function resultOf(jobId: number): Promise<unknown> {
    const ended = await follow(jobId)
    const failed = ended && jobError(ended)
    if (failed) throw failed
    return ended?.result
  }
  const send = (file: PickedFile): Promise<void> =>
    guarded(async () => {
      found.value = result.value = null
      const token = await uploadFile(file)
      const parsed = comparison.safeParse(await resultOf((await api.importExport.compareEdits({ token })).jobId))
      found.value = parsed.success ? parsed.data : null
      shown.value = 'all'
      accepted.acceptAll(true)
    })
  async function takeRows(rows: AcceptedRows): Promise<void> {
    if (!found.value) return
    const input = { comparison: found.value.name, rows }
    const parsed = takenEdits.safeParse(await resultOf((await api.importExport.takeEdits(input)).jobId))
    result.value = parsed.success ? parsed.data : null
    refresh('*')
  }
  const take = (): Promise<void> => guarded(() => takeRows(accepted.chosen()))
  /** Those that were refused because there is such a customer: it is another one. The rest of the refused stays told. */
  const insist = (places: readonly number[]): Promise<void> =>
    guarded(async () => {
      const left = result.value?.failed.filter(({ row }) => !places.includes(row)) ?? []
      await takeRows(places.map((row) => ({ row, fields: accepted.fieldsOf(row), despiteDuplicates: true })))
      if (result.value) result.value = { ...result.value, failed: [...left, ...result.value.failed] }
    })
  const rows = computed<PlacedRow[]>(() =>
    (found.value?.rows ?? []).map((row, at) => ({ ...row, at })).filter(shows[shown.value]),
  )
  /** The ways to look at it that hold anything. */
  const ways = computed(() =>
    (['all', 'clash', 'problem', 'new'] as const).filter((way) => found.value?.rows.some(shows[way])),
  )
  return { ...accepted, busy, failure, share, cancel, found, result, shown, ways, rows, send, take, insist }
}
export type Edits = ReturnType<typeof useEdits>
