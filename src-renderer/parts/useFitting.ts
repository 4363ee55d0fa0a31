// Whether a table fits beside what holds it; one that does not shows each row as a card, every value with its heading.
import { nextTick, onBeforeUnmount, onMounted, onUpdated, ref, type Ref } from 'vue'

/** A heading only read aloud is no label of a value. */
const labelOf = (heading: Element): string =>
  heading.querySelector('.only-read-aloud') ? '' : (heading.textContent?.trim() ?? '')

/** Every cell learns the heading above it, as `data-label`. */
export function labelCells(table: HTMLTableElement): void {
  const labels = [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((one) =>
    Array.from({ length: one.colSpan }, () => labelOf(one)),
  )
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    let column = 0
    for (const cell of row.cells) {
      cell.dataset['label'] = cell.colSpan > 1 ? '' : (labels[column] ?? '')
      column += cell.colSpan
    }
  }
}

/** @example const table = useTemplateRef<HTMLTableElement>('table'); const cards = useFitting(table) */
export function useFitting(table: Readonly<Ref<HTMLTableElement | null>>): Readonly<Ref<boolean>> {
  const cards = ref(false)
  let width = -1
  function measure(): void {
    const holder = table.value?.parentElement
    if (!table.value || !holder) return
    labelCells(table.value)
    holder.classList.remove('cards')
    cards.value = holder.scrollWidth > holder.clientWidth + 1
    // the class that Vue sets comes back in the same frame: nothing jumps
    holder.classList.toggle('cards', cards.value)
  }
  const watcher = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === width) return
    width = entry.contentRect.width
    measure()
  })
  onMounted(() => {
    measure()
    if (table.value?.parentElement) watcher.observe(table.value.parentElement)
  })
  onUpdated(() => void nextTick(measure))
  onBeforeUnmount(() => watcher.disconnect())
  return cards
}
