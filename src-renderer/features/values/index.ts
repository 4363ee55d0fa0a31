import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const valuesPages: RoomPages = {
  routes: [
    {
      path: '/settings/values',
      component: () => import('./ValueSettingsPage.vue'),
      meta: { titleKey: 'values.title', permission: 'values.manage' },
    },
  ],
  settings: [{ to: '/settings/values', titleKey: 'values.title', order: 310, permission: 'values.manage' }],
  tabs: [
    {
      entity: 'customers',
      key: 'value',
      titleKey: 'values.tab',
      order: 970,
      component: defineAsyncComponent(() => import('./ValueTab.vue')),
    },
  ],
}
