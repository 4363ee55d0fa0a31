// Where a cell stands in a table that scrolls, and where what is edited in it has room.
import type { Field } from '@shared/fields/field'

const least = 160
const needed = (field: Field): number => {
  if (field.format === 'birthday') return 420
  if (field.kind === 'file' || field.kind === 'longText' || field.format === 'region') return 300
  return field.kind === 'dateTime' || field.kind === 'choices' ? 220 : least
}

/** Scrolls sideways as little as needed; `frozen` is what the frozen columns cover at the left. */
export function showCell(box: HTMLElement, cell: HTMLElement, frozen: number): void {
  if (cell.classList.contains('frozen')) return
  const { left, right } = cell.getBoundingClientRect()
  const from = box.getBoundingClientRect().left
  if (left < from + frozen) box.scrollLeft -= from + frozen - left
  else if (right > from + box.clientWidth)
    box.scrollLeft += Math.min(right - from - box.clientWidth, left - from - frozen)
}

/** For an editor in `body`, over the cell and never beyond what is seen of the box. */
export function editorPlace(box: HTMLElement, body: Element, cell: HTMLElement, field: Field): Record<string, string> {
  const to = cell.getBoundingClientRect()
  const from = body.getBoundingClientRect()
  const seen = box.getBoundingClientRect().left
  const width = Math.min(Math.max(to.width, needed(field)), box.clientWidth)
  const left = Math.max(seen, Math.min(to.left, seen + box.clientWidth - width))
  return {
    left: `${left - from.left}px`,
    top: `${to.top - from.top}px`,
    width: `${width}px`,
    minHeight: `${to.height}px`,
  }
}
