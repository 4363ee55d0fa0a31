// The text of a follow-up: it begins with the outline of its way, and what was typed stays while one looks elsewhere.
import { computed, watch } from 'vue'
import { useLookups } from '@renderer/stores/lookups'

const drafts = new Map<number, string>()
export const keptText = (customerId: number): string => drafts.get(customerId) ?? ''

export function useOutline(draft: { way: string; content: string }, customerId: () => number) {
  const lookups = useLookups()
  const template = computed(() => lookups.template(draft.way))
  let outline = ''

  /** Another way, another outline; what somebody wrote stays. */
  function begin(): void {
    if (draft.content.trim() !== '' && draft.content !== outline) return
    outline = template.value?.skeleton ?? ''
    draft.content = outline
  }
  watch(
    () => draft.content,
    (content) => (content && content !== outline ? drafts.set(customerId(), content) : drafts.delete(customerId())),
  )
  watch(template, begin, { immediate: true })

  return {
    template,
    begin,
    /** Nothing but the outline is nothing. */
    isBlank: (): boolean => draft.content.trim() === '' || (outline !== '' && draft.content === outline),
  }
}
