// The files of one record. Records shown together are asked for together, and again when files came or went.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Attachment } from '@shared/features/attachments/endpoints'
import { api } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'
import type { About } from './useAdding'

type Waiting = About & { tell(rows: Attachment[]): void }
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
      const { rows } = await api.attachments.list({ about: { entity, ids: some } })
      for (const { id, tell } of mine) if (some.includes(id)) tell(rows.filter((row) => row.recordId === id))
    }
  }
}

export function useFiles(about: () => About): ShallowRef<Attachment[]> {
  const rows = shallowRef<Attachment[]>([])
  const again = (): void => {
    const { entity, id } = about()
    if (waiting.length === 0) setTimeout(() => void askTogether().catch(() => undefined), 15)
    waiting.push({ entity, id, tell: (found) => about().id === id && (rows.value = found) })
  }
  watch(() => about().id, again, { immediate: true })
  onScopeDispose(
    onChange(({ entity }) => {
      if (entity === 'attachments' || entity === '*') again()
    }),
  )
  return rows
}
