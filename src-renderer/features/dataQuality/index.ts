import { ClipboardCheck } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const dataQualityPages: RoomPages = {
  routes: [
    {
      path: '/data-quality',
      component: () => import('./DataQualityPage.vue'),
      meta: { titleKey: 'dataQuality.title', permission: 'dataQuality.view' },
    },
    {
      path: '/settings/data-quality',
      component: () => import('./QualitySettingsPage.vue'),
      meta: { titleKey: 'dataQuality.settings.title', permission: 'dataQuality.manage' },
    },
  ],
  menu: [
    {
      to: '/data-quality',
      titleKey: 'dataQuality.title',
      order: 90,
      group: 'work',
      icon: ClipboardCheck,
      permission: 'dataQuality.view',
    },
  ],
  settings: [
    {
      to: '/settings/data-quality',
      titleKey: 'dataQuality.settings.title',
      order: 320,
      permission: 'dataQuality.manage',
    },
  ],
}
