// What belongs to single records, on a page that shows many of them: asked for together, and again when it changed.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { onChange } from './events'

interface About {
  entity: string
  id: number
}

export interface Together<Row> {
  rows: ShallowRef<Row[]>
  /** They could not be read; none of those shown before is lost. */
  failed: Ref<boolean>
  again(): void
}

interface Asking<Row> {
  read(entity: string, ids: number[]): Promise<Row[]>
  recordOf(row: Row): number
  /** Entities whose changes make it be read again. */
  changes: readonly string[]
}

const atOnce = 100
const gatherMs = 15

/**
 * @example const useFiles = asksTogether({ read, recordOf: (file) => file.recordId, changes: ['attachments'] })
 */
export function asksTogether<Row>({ read, recordOf, changes }: Asking<Row>): (about: () => About) => Together<Row> {
  type Waiting = About & { tell(rows: Row[] | null): void }
  let waiting: Waiting[] = []
  /** One that failed is read again with all that failed. */
  const failures = new Set<() => void>()

  async function askSome(entity: string, ids: number[], all: readonly Waiting[]): Promise<void> {
    const rows = await read(entity, ids).catch(() => null)
    for (const { id, tell } of all.filter((one) => one.entity === entity && ids.includes(one.id)))
      tell(rows && rows.filter((row) => recordOf(row) === id))
  }
  async function askTogether(): Promise<void> {
    const all = waiting
    waiting = []
    for (const entity of new Set(all.map((one) => one.entity))) {
      const ids = [...new Set(all.filter((one) => one.entity === entity).map((one) => one.id))]
      for (let at = 0; at < ids.length; at += atOnce) await askSome(entity, ids.slice(at, at + atOnce), all)
    }
  }

  return function useTogether(about) {
    // Vue's overloads cannot see that rows are no refs
    const rows = shallowRef([]) as ShallowRef<Row[]>
    const failed = ref(false)
    const ask = (): void => {
      const { entity, id } = about()
      failures.delete(ask)
      if (waiting.length === 0) setTimeout(() => void askTogether(), gatherMs)
      waiting.push({
        entity,
        id,
        tell(found) {
          if (about().id !== id) return
          failed.value = found === null
          if (found) rows.value = found
          else failures.add(ask)
        },
      })
    }
    watch(() => about().id, ask, { immediate: true })
    onScopeDispose(() => failures.delete(ask))
    onScopeDispose(onChange(({ entity }) => (entity === '*' || changes.includes(entity)) && ask()))
    const again = (): void => {
      for (const one of new Set([ask, ...failures])) one()
    }
    return { rows, failed, again }
  }
}
