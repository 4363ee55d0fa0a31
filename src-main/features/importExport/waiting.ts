// The rows of an import while they wait to be placed. A hundred thousand customers as objects are some million of
// them, and collecting garbage among these stops everybody for longer than a chunk may take; as texts they are one each.
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import type { Unit, UnitRow } from '@shared/features/importExport/mergeRows'

export interface Item {
  unit: Unit
  row: UnitRow
  last: boolean
}

export class WaitingItems {
  readonly #units: string[] = []
  /** For each row: its unit, and its place there. */
  readonly #places: [unit: number, row: number][] = []
  #opened: { index: number; unit: Unit } | null = null

  get length(): number {
    return this.#places.length
  }

  add(unit: Unit): void {
    const index = this.#units.push(JSON.stringify(unit)) - 1
    for (const row of unit.rows.keys()) this.#places.push([index, row])
  }

  /** Rows are asked for in their order: those of one unit, one after the other, are given the same unit. */
  at(place: number): Item | undefined {
    const [index, at] = this.#places[place] ?? []
    if (index === undefined || at === undefined) return undefined
    const unit = this.#open(index)
    const row = unit.rows[at]
    return row && { unit, row, last: at === unit.rows.length - 1 }
  }

  #open(index: number): Unit {
    if (this.#opened?.index === index) return this.#opened.unit
    // written by add
    const unit = JSON.parse(this.#units[index] ?? '') as Unit
    this.#opened = { index, unit }
    return unit
  }
}

/** Empties `units` on the way. */
export async function waitingItems(units: Unit[], job: JobHandle): Promise<WaitingItems> {
  const items = new WaitingItems()
  const slice = slices(() => job.breathe())
  // from the end it would be in the wrong order, from the front each would move all others
  for (const unit of units.splice(0).values()) {
    items.add(unit)
    if (slice.isOver()) await slice.next()
  }
  return items
}
