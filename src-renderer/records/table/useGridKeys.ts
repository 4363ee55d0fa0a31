// The keyboard of a table: an active cell that moves, and what may be done to it. Row -1 is the heading.
import { reactive } from 'vue'

export interface GridActs {
  rows(): number
  columns(): number
  page(): number
  show(row: number, column: number): void
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
interface Active {
  row: number
  column: number
}
type Go = (row: number, column?: number) => void
type KeyActs = Record<string, (event: KeyboardEvent) => void>

const onHeading = (acts: GridActs, active: Active): KeyActs => ({
  Enter: (event) => acts.sort(active.column, event.shiftKey),
  ' ': (event) => acts.sort(active.column, event.shiftKey),
})

const onRow = (acts: GridActs, active: Active): KeyActs => ({
  Enter: () => acts.open(active.row),
  ' ': () => acts.peek(active.row),
  x: () => acts.select(active.row, false),
  e: () => acts.edit(active.row, active.column),
  F2: () => acts.edit(active.row, active.column),
})

function moving(acts: GridActs, active: Active, go: Go): KeyActs {
  const step = (by: 1 | -1, event: KeyboardEvent): void => {
    if (event.shiftKey && active.row >= 0) acts.select(active.row, false)
    go(active.row + by)
  }
  return {
    ArrowDown: (event) => step(1, event),
    ArrowUp: (event) => step(-1, event),
    j: (event) => step(1, event),
    k: (event) => step(-1, event),
    ArrowLeft: () => go(active.row, active.column - 1),
    ArrowRight: () => go(active.row, active.column + 1),
    PageDown: () => go(active.row + acts.page()),
    PageUp: () => go(Math.max(0, active.row - acts.page())),
    Home: (event) => (event.ctrlKey ? go(0) : go(active.row, 0)),
    End: (event) => (event.ctrlKey ? go(acts.rows() - 1) : go(active.row, acts.columns() - 1)),
    Escape: () => acts.escape(),
  }
}

/** Keys held together with Ctrl, ⌘ or Alt. */
function combined(event: KeyboardEvent, acts: GridActs, column: number): (() => void) | undefined {
  const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
  if (side && event.ctrlKey) return () => acts.move(column, side)
  if (side && event.altKey) return () => acts.widen(column, side * 16)
  return event.key === 'a' && !event.altKey ? acts.selectAll : undefined
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

export function useGridKeys(acts: GridActs) {
  const active = reactive<Active>({ row: 0, column: 0 })
  const go: Go = (row, column = active.column) => {
    active.row = clamp(row, -1, acts.rows() - 1)
    active.column = clamp(column, 0, acts.columns() - 1)
    if (active.row >= 0) acts.show(active.row, active.column)
  }
  const heading = onHeading(acts, active)
  const body = onRow(acts, active)
  const moves = moving(acts, active, go)

  function onKey(event: KeyboardEvent): void {
    const held = event.ctrlKey || event.metaKey || event.altKey
    const jumps = event.key === 'Home' || event.key === 'End'
    const act =
      held && !jumps
        ? combined(event, acts, active.column)
        : ((active.row < 0 ? heading : body)[event.key] ?? moves[event.key])
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act(event)
  }
  return { active, go, onKey }
}
