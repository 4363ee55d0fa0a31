// Dialogs by name, one above another: `openDialog('followUps.write', { customerId: 12 })`.
import { shallowRef } from 'vue'
import type { DialogName, DialogProps } from './rooms'

interface OpenDialog {
  id: number
  name: DialogName
  props: object
  done: (result: unknown) => void
}

export const openDialogs = shallowRef<OpenDialog[]>([])
let last = 0

/** Resolves with what the dialog emitted as `close`, undefined when it was left. */
export function openDialog<N extends DialogName>(name: N, props: DialogProps[N]): Promise<unknown> {
  return new Promise((done) => {
    openDialogs.value = [...openDialogs.value, { id: ++last, name, props, done }]
  })
}

export function closeDialog(id: number, result?: unknown): void {
  openDialogs.value.find((one) => one.id === id)?.done(result)
  openDialogs.value = openDialogs.value.filter((one) => one.id !== id)
}
