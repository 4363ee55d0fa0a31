// Which keys and presses end the editing of a cell, by what is edited in it.
import type { Field, FieldKind } from '@shared/fields/field'

interface EditorActs {
  keep(): void
  leave(): void
}

const fromList: readonly FieldKind[] = ['choice', 'person', 'reference']
/** A press is a choice made; by keys the value goes through others on the way. */
const atOncePressed: readonly FieldKind[] = ['yesNo', 'date']

export function useEditorKeys(field: Field, { keep, leave }: EditorActs) {
  const { kind } = field
  const isRegion = field.format === 'region'
  // a birthday has several inputs to go through
  const isBirthday = field.format === 'birthday'
  const hasSeveral = kind === 'choices' || isBirthday
  let byKey = true
  let choosing = false

  const keepsAtOnce = (): boolean =>
    fromList.includes(kind) || kind === 'file' || (atOncePressed.includes(kind) && !byKey)

  /** Where several are chosen, Enter takes what is marked; another Enter, with nothing done between, keeps. */
  function beforeKey(event: KeyboardEvent): void {
    byKey = true
    if (!hasSeveral || event.isComposing || event.key === 'Tab') return
    const ends = event.key === 'Enter' && (!choosing || event.ctrlKey || event.metaKey)
    choosing = event.key !== 'Enter'
    if (!ends) return
    event.preventDefault()
    event.stopPropagation()
    keep()
  }
  /** Enter alone has a meaning of its own in lists, in long texts and on the button of a file. */
  function enterKeeps(event: KeyboardEvent): boolean {
    if (kind === 'longText') return event.ctrlKey || event.metaKey
    return !fromList.includes(kind) && !hasSeveral && kind !== 'file'
  }
  function onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Escape') return leave()
    if ((event.key === 'Tab' && !isBirthday) || (event.key === 'Enter' && enterKeeps(event))) {
      event.preventDefault()
      keep()
    }
  }
  return {
    opensList: fromList.includes(kind) || kind === 'choices' || isRegion,
    keepsAtOnce,
    beforeKey,
    onKey,
    /** Input methods write without keys. */
    onInput: () => void (choosing = true),
    onPress(): void {
      byKey = false
      choosing = false
    },
  }
}
