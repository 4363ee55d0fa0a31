import { Settings } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const settingsPages: RoomPages = {
  routes: [{ path: '/settings', component: () => import('./SettingsPage.vue'), meta: { titleKey: 'settings.title' } }],
  menu: [{ to: '/settings', titleKey: 'settings.title', order: 900, group: 'manage', icon: Settings, goKey: 's' }],
  settings: [{ to: '/settings', titleKey: 'settings.personal.title', order: 10 }],
}
