// Names behind ids of records that own fields point to, read together and kept while the page is open.
import { reactive } from 'vue'
import { call } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'

const names = reactive(new Map<string, string>())
const waiting = new Map<string, Set<number>>()
let timer: ReturnType<typeof setTimeout> | undefined

onChange(({ entity }) => {
  for (const key of names.keys()) if (entity === '*' || key.startsWith(`${entity}/`)) names.delete(key)
})

async function ask(entity: string, ids: readonly number[]): Promise<void> {
  // what is not found stays a number: it is out of sight, or gone
  for (const id of ids) names.set(`${entity}/${id}`, `#${id}`)
  try {
    const filter = { field: 'id', operator: 'in', value: ids }
    // entities that can be referred to have a name
    const page = (await call(entity, 'list', { filter, limit: 200 })) as { rows: { id: number; name: string | null }[] }
    for (const { id, name } of page.rows) if (name) names.set(`${entity}/${id}`, name)
  } catch {
    // numbers stand there until the next change
  }
}

/** The name of a record, '…' until it is known. */
export function referenceName(entity: string, id: number): string {
  const known = names.get(`${entity}/${id}`)
  if (known !== undefined) return known
  const ids = waiting.get(entity) ?? new Set<number>()
  waiting.set(entity, ids.add(id))
  timer ??= setTimeout(() => {
    timer = undefined
    for (const [name, all] of waiting) void ask(name, [...all].slice(0, 200))
    waiting.clear()
  }, 20)
  return '…'
}
