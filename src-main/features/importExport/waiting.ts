// The rows of an import while they wait to be placed, packed: a hundred thousand customers as objects are some million of
// them, and collecting garbage among these stops everybody for long. Packs can be handed to a thread without being copied.
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import type { Unit, UnitRow } from '@shared/features/importExport/mergeRows'

export interface Item {
  unit: Unit
  row: UnitRow
  last: boolean
}

/** Units as JSON, and how many rows they have together. */
export interface Pack {
  bytes: Uint8Array<ArrayBuffer>
  rows: number
}

const unitsAPack = 50

const itemsOf = (unit: Unit): Item[] => unit.rows.map((row, at) => ({ unit, row, last: at === unit.rows.length - 1 }))

export class WaitingItems {
  readonly length: number
  readonly #packs: readonly Pack[]
  #opened: { pack: number; from: number; items: Item[] } | null = null

  constructor(packs: readonly Pack[]) {
    this.#packs = packs
    this.length = packs.reduce((sum, { rows }) => sum + rows, 0)
  }

  /** Rows are asked for in their order, or again from one a little before: those of one unit are given the same unit. */
  at(place: number): Item | undefined {
    if (place < 0 || place >= this.length) return undefined
    if (!this.#opened || place < this.#opened.from) this.#open(0, 0)
    while (this.#opened && place >= this.#opened.from + this.#opened.items.length)
      this.#open(this.#opened.pack + 1, this.#opened.from + this.#opened.items.length)
    return this.#opened?.items[place - this.#opened.from]
  }

  #open(pack: number, from: number): void {
    const found = this.#packs[pack]
    // written by packed
    const units = found ? (JSON.parse(new TextDecoder().decode(found.bytes)) as Unit[]) : []
    this.#opened = { pack, from, items: units.flatMap(itemsOf) }
  }
}

/** Empties `units` on the way. */
export async function packed(units: Unit[], job: JobHandle): Promise<Pack[]> {
  const all = units.splice(0)
  const packs: Pack[] = []
  const slice = slices(() => job.breathe())
  const encoder = new TextEncoder()
  for (let at = 0; at < all.length; at += unitsAPack) {
    const some = all.slice(at, at + unitsAPack)
    const rows = some.reduce((sum, unit) => sum + unit.rows.length, 0)
    packs.push({ bytes: encoder.encode(JSON.stringify(some)), rows })
    if (slice.isOver()) await slice.next()
  }
  return packs
}
