// The keyboard of a table: an active cell that moves, and what may be done to it.
import { reactive } from 'vue'

export interface GridActs {
  rows(): number
  columns(): number
  page(): number
  show(row: number): void
  open(row: number): void
  peek(row: number): void
  edit(row: number, column: number): void
  select(row: number, range: boolean): void
  selectAll(): void
  escape(): void
  sort(column: number, adds: boolean): void
  move(column: number, by: -1 | 1): void
  widen(column: number, by: number): void
}

/** Row -1 is the heading. */
export function useGridKeys(acts: GridActs) {
  const active = reactive({ row: 0, column: 0 })
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

  function go(row: number, column = active.column): void {
    active.row = clamp(row, -1, acts.rows() - 1)
    active.column = clamp(column, 0, acts.columns() - 1)
    if (active.row >= 0) acts.show(active.row)
  }

  const heading: Record<string, (event: KeyboardEvent) => void> = {
    Enter: (event) => acts.sort(active.column, event.shiftKey),
    ' ': (event) => acts.sort(active.column, event.shiftKey),
  }
  const body: Record<string, (event: KeyboardEvent) => void> = {
    Enter: () => acts.open(active.row),
    ' ': () => acts.peek(active.row),
    x: () => acts.select(active.row, false),
    e: () => acts.edit(active.row, active.column),
    F2: () => acts.edit(active.row, active.column),
  }
  const moving: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => step(1, event),
    ArrowUp: (event) => step(-1, event),
    j: (event) => step(1, event),
    k: (event) => step(-1, event),
    ArrowLeft: () => go(active.row, active.column - 1),
    ArrowRight: () => go(active.row, active.column + 1),
    PageDown: () => go(active.row + acts.page()),
    PageUp: () => go(Math.max(0, active.row - acts.page())),
    Home: (event) => go(event.ctrlKey ? 0 : active.row, event.ctrlKey ? active.column : 0),
    End: (event) =>
      go(event.ctrlKey ? acts.rows() - 1 : active.row, event.ctrlKey ? active.column : acts.columns() - 1),
    Escape: () => acts.escape(),
  }

  function step(by: 1 | -1, event: KeyboardEvent): void {
    if (event.shiftKey && active.row >= 0) acts.select(active.row, false)
    go(active.row + by)
  }

  function combined(event: KeyboardEvent): (() => void) | undefined {
    const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
    if (side && event.ctrlKey) return () => acts.move(active.column, side)
    if (side && event.altKey) return () => acts.widen(active.column, side * 16)
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') return acts.selectAll
    return undefined
  }

  function onKey(event: KeyboardEvent): void {
    const held = event.ctrlKey || event.metaKey || event.altKey
    const act =
      held && !['Home', 'End'].includes(event.key)
        ? combined(event)
        : ((active.row < 0 ? heading : body)[event.key] ?? moving[event.key])
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act(event)
  }
  return { active, go, onKey }
}
