// Which rows a scrolled box shows. Browsers give up on boxes beyond some 17 million pixels, so a longer list is
// drawn in a shorter box and its scroll bar counts more rows per pixel.
import { computed, onMounted, onScopeDispose, ref, type Ref } from 'vue'

const tallest = 12_000_000
const spare = 6

interface Measures {
  total: () => number
  rowHeight: () => number
  headHeight: () => number
}

function createGeometry({ total, rowHeight, headHeight }: Measures, top: Ref<number>, height: Ref<number>) {
  const real = computed(() => total() * rowHeight())
  const shown = computed(() => Math.min(real.value, tallest))
  const view = computed(() => Math.max(0, height.value - headHeight()))
  const ratio = computed(() => (real.value > shown.value ? (real.value - view.value) / (shown.value - view.value) : 1))
  const virtualTop = computed(() => top.value * ratio.value)
  const firstSeen = computed(() => Math.floor(virtualTop.value / rowHeight()))
  const seen = computed(() => Math.ceil(view.value / rowHeight()))
  const first = computed(() => Math.max(0, firstSeen.value - spare))
  const last = computed(() => Math.min(total(), firstSeen.value + seen.value + spare) - 1)
  /** Where the block of drawn rows stands in the box. */
  const offset = computed(() =>
    ratio.value === 1 ? first.value * rowHeight() : top.value - (virtualTop.value - first.value * rowHeight()),
  )
  return { shown, view, ratio, virtualTop, seen, first, last, offset }
}

export function useViewport(box: Ref<HTMLElement | null>, measures: Measures) {
  const top = ref(0)
  const height = ref(600)
  const geometry = createGeometry(measures, top, height)
  const { ratio, view, virtualTop } = geometry

  const measure = (): void => {
    if (box.value) height.value = box.value.clientHeight
  }
  const observer = new ResizeObserver(measure)
  onMounted(() => {
    if (box.value) observer.observe(box.value)
    measure()
  })
  onScopeDispose(() => observer.disconnect())

  function scrollTo(virtual: number): void {
    if (box.value) box.value.scrollTop = virtual / ratio.value
  }

  return {
    ...geometry,
    onScroll: () => void (top.value = box.value?.scrollTop ?? 0),
    toStart: () => scrollTo(0),
    /** After the box was taken out of the page and put back. */
    restore: () => {
      if (box.value) box.value.scrollTop = top.value
    },
    /** Moves as little as needed to show the row. */
    show(index: number): void {
      const from = index * measures.rowHeight()
      const to = from + measures.rowHeight()
      if (from < virtualTop.value) scrollTo(from)
      else if (to > virtualTop.value + view.value) scrollTo(to - view.value)
    },
  }
}
