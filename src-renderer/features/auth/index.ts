import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const authPages: RoomPages = {
  parts: { 'today.start': defineAsyncComponent(() => import('./StartCard.vue')) },
  dialogs: { 'auth.password': defineAsyncComponent(() => import('./PasswordDialog.vue')) },
}
