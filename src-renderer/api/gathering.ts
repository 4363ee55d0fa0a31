// Questions about single records, put within a moment, become one question; what failed is asked again together.

export interface About {
  entity: string
  id: number
}

/** Null: they could not be read, for what was thrown. */
type Tell<Row> = (rows: Row[] | null, thrown?: unknown) => void

export interface Asking<Row> {
  read(entity: string, ids: number[]): Promise<Row[]>
  recordOf(row: Row): number
}

const atOnce = 100
const gatherMs = 15

/** @example const ask = gathered({ read, recordOf }); ask({ entity: 'customers', id: 1 }, (rows) => …) */
export function gathered<Row>({ read, recordOf }: Asking<Row>): (about: About, tell: Tell<Row>) => void {
  type Waiting = About & { tell: Tell<Row> }
  let waiting: Waiting[] = []

  async function askSome(entity: string, ids: number[], all: readonly Waiting[]): Promise<void> {
    const waiters = all.filter((one) => one.entity === entity && ids.includes(one.id))
    try {
      const rows = await read(entity, ids)
      for (const { id, tell } of waiters) tell(rows.filter((row) => recordOf(row) === id))
    } catch (thrown) {
      for (const { tell } of waiters) tell(null, thrown)
    }
  }
  async function askTogether(): Promise<void> {
    const all = waiting
    waiting = []
    for (const entity of new Set(all.map((one) => one.entity))) {
      const ids = [...new Set(all.filter((one) => one.entity === entity).map((one) => one.id))]
      for (let at = 0; at < ids.length; at += atOnce) await askSome(entity, ids.slice(at, at + atOnce), all)
    }
  }
  return ({ entity, id }, tell) => {
    if (waiting.length === 0) setTimeout(() => void askTogether(), gatherMs)
    waiting.push({ entity, id, tell })
  }
}
