import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const searchPages: RoomPages = {
  dialogs: { 'search.open': defineAsyncComponent(() => import('./SearchPalette.vue')) },
}
