import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const authPages: RoomPages = {
  dialogs: { 'auth.password': defineAsyncComponent(() => import('./PasswordDialog.vue')) },
}
