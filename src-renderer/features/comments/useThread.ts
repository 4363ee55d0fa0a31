// The comments on one record. Records shown together are asked for together, and again when something was said.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Comment } from '@shared/features/comments/endpoints'
import { api } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'

type Waiting = { entity: string; id: number; tell(rows: Comment[]): void }
let waiting: Waiting[] = []
const atOnce = 100

async function askTogether(): Promise<void> {
  const all = waiting
  waiting = []
  for (const entity of new Set(all.map((one) => one.entity))) {
    const mine = all.filter((one) => one.entity === entity)
    const ids = [...new Set(mine.map((one) => one.id))]
    for (let at = 0; at < ids.length; at += atOnce) {
      const some = ids.slice(at, at + atOnce)
      const { rows } = await api.comments.list({ entity, ids: some })
      for (const { id, tell } of mine) if (some.includes(id)) tell(rows.filter((row) => row.recordId === id))
    }
  }
}

function ask(one: Waiting): void {
  if (waiting.length === 0) setTimeout(() => void askTogether().catch(() => undefined), 15)
  waiting.push(one)
}

export function useThread(about: () => { entity: string; id: number }): {
  rows: ShallowRef<Comment[]>
  again(): void
} {
  const rows = shallowRef<Comment[]>([])
  const again = (): void => {
    const { entity, id } = about()
    ask({
      entity,
      id,
      tell: (found) => {
        if (about().id === id) rows.value = found
      },
    })
  }
  watch(() => about().id, again, { immediate: true })
  onScopeDispose(
    onChange(({ entity }) => {
      if (['comments', 'tasks', '*'].includes(entity)) again()
    }),
  )
  return { rows, again }
}
