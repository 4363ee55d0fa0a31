import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const pastingPages: RoomPages = {
  actions: [
    {
      titleKey: 'pasting.open',
      permission: 'customers.create',
      words: 'zhantie zt paste mingpian card',
      dialog: 'pasting.open',
      creates: true,
    },
  ],
  dialogs: { 'pasting.open': defineAsyncComponent(() => import('./PasteDialog.vue')) },
  parts: { 'shell.paste': defineAsyncComponent(() => import('./PasteListener.vue')) },
}
