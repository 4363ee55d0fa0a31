// A date picker whose text can be typed as people write days. What cannot be read stays where it was typed and is the
// value, so that the check refuses it; the picker by itself would put the old day back without a word.
import type { NDatePicker } from 'naive-ui'
import { ref, watch, type Ref, type ShallowRef } from 'vue'

type Known = string | number
interface TypedTimeOptions<V extends Known> {
  picker: Readonly<ShallowRef<InstanceType<typeof NDatePicker> | null>>
  model: Ref<unknown>
  isValue: (value: unknown) => value is V
  read: (text: string) => V | null
  /** As the picker shows it. */
  textFor: (value: V) => string
}

/** The picker is given `shown`; it tells `picked`; its element `typing`, before the picker hears of it, and `settle`. */
export function useTypedTime<V extends Known>({ picker, model, isValue, read, textFor }: TypedTimeOptions<V>) {
  const textOf = (value: unknown): string => {
    if (isValue(value)) return textFor(value)
    return typeof value === 'string' ? value : ''
  }
  const valid = (value: unknown): V | null => (isValue(value) ? value : null)
  // the type of a ref of a type parameter is not the same to the compiler
  const shown = ref(valid(model.value)) as Ref<V | null>
  let isTyping = false
  /** Left alone, the picker goes back to the last day it was given, before it hears of the new one. */
  let fallsBackTo: string | null = null

  /** While somebody types the picker stands as it is: it would write the whole day anew. */
  function settle(): void {
    isTyping = false
    const now = model.value
    fallsBackTo = textOf(shown.value)
    setTimeout(() => (fallsBackTo = null))
    if (isValue(now) || now === null) shown.value = now
    write(now)
  }
  function write(now: unknown): void {
    if (picker.value) picker.value.displayTime = textOf(now)
  }
  watch(
    () => picker.value?.displayTime,
    (text, before) => {
      // what it begins with is no change
      if (text === undefined || before === undefined) return
      if (text === textOf(model.value)) return
      if (!isTyping && text === fallsBackTo) return write(model.value)
      model.value = text.trim() === '' ? null : (read(text) ?? text)
      if (!isTyping) settle()
    },
  )
  watch(model, () => {
    if (!isTyping) settle()
  })
  return {
    shown,
    picked(value: V | null): void {
      shown.value = value
      model.value = value
    },
    typing: () => void (isTyping = true),
    settle,
  }
}
