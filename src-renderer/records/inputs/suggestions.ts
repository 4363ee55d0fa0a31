// Words already used for a field, where the room offers them (`<room>.suggest`).
import { ref } from 'vue'
import type { InputAt } from '@renderer/api/paths'
import { call } from '@renderer/api/caller'

const offered: Record<string, readonly InputAt<'customers.suggest'>['field'][]> = {
  customers: ['tags', 'industry', 'sourceNote'],
}

export const canSuggest = (entity: string, name: string): boolean =>
  offered[entity]?.some((one) => one === name) ?? false

export function useSuggestions(entity: string, name: string) {
  const words = ref<string[]>([])
  let latest = 0
  async function ask(text: string): Promise<void> {
    if (!canSuggest(entity, name)) return
    const mine = ++latest
    try {
      // rooms that offer suggestions answer alike
      const answer = (await call(entity, 'suggest', { field: name, text: text.slice(0, 40) })) as { words: string[] }
      if (mine === latest) words.value = answer.words
    } catch {
      // typing goes on without suggestions
    }
  }
  return { words, ask }
}
