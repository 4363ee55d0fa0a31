import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const sharingPages: RoomPages = {
  dialogs: { 'customers.team': defineAsyncComponent(() => import('./SharingDialog.vue')) },
}
