// The cell that is edited in place: opened on the record as it is now, kept beside its row when rows move.
import { nextTick, ref, watch, type Ref } from 'vue'
import type { ApiError } from '@shared/api/errors'
import type { AnyRow } from '@renderer/records/fieldList'
import { editorPlace, showCell } from './cellPlace'
import { checkWidth, type Column } from './columns'

interface Cells {
  gridId: string
  box: Ref<HTMLElement | null>
  columns: () => readonly Column[]
  drawn: () => readonly { index: number; row: AnyRow | undefined }[]
  /** All of a row as it is now; null when it cannot be had. */
  whole: (id: number) => Promise<AnyRow | null>
  /** Gives why it was refused. */
  save: (row: AnyRow, changes: Record<string, unknown>) => Promise<ApiError | null>
}

export function useCellEditing({ gridId, box, columns, drawn, whole, save }: Cells) {
  const editing = ref<{ row: AnyRow; column: Column; place: Record<string, string> } | null>(null)
  const cellAt = (index: number, at: number): HTMLElement | null => document.getElementById(`${gridId}-${index}-${at}`)
  /** The index of a record among the rows that are drawn. */
  const indexOf = (id: number | undefined): number | undefined => drawn().find((one) => one.row?.id === id)?.index

  async function showColumn(index: number, at: number): Promise<void> {
    await nextTick()
    const cell = cellAt(index, at)
    const frozen = columns().reduce((sum, one) => sum + (one.frozen ? one.width : 0), checkWidth)
    if (box.value && cell) showCell(box.value, cell, frozen)
  }
  function placeOf(index: number, at: number, column: Column): Record<string, string> | null {
    const cell = cellAt(index, at)
    const body = cell?.closest('.body')
    return box.value && cell && body ? editorPlace(box.value, body, cell, column.field) : null
  }
  async function begin(id: number, { index, at, column }: { index: number; at: number; column: Column }) {
    const row = await whole(id)
    if (!row) return
    await showColumn(index, at)
    editing.value = { row, column, place: placeOf(index, at, column) ?? {} }
  }
  // rows move when others write: the editor goes where its row goes
  watch(
    drawn,
    () => {
      const { row, column } = editing.value ?? {}
      const index = indexOf(row?.id)
      if (!column || index === undefined) return
      const place = placeOf(index, columns().indexOf(column), column)
      if (editing.value && place) editing.value.place = place
    },
    { flush: 'post' },
  )
  /** Focus goes back to the table unless somebody has pressed elsewhere meanwhile. */
  function leave(): void {
    const at = document.activeElement
    const isElsewhere = at !== null && at !== document.body && !at.closest('.editor')
    editing.value = null
    if (!isElsewhere) box.value?.focus()
  }
  const keep = async (changes: Record<string, unknown>): Promise<ApiError | null> =>
    editing.value ? save(editing.value.row, changes) : null

  return { editing, begin, leave, keep, showColumn, indexOf }
}
