import { Folder } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const printTemplatesPages: RoomPages = {
  routes: [
    {
      path: '/printTemplates',
      component: () => import('./PrintTemplatesPage.vue'),
      meta: { titleKey: 'printTemplates.title', permission: 'printTemplates.view' },
    },
  ],
  menu: [
    {
      to: '/printTemplates',
      titleKey: 'printTemplates.title',
      order: 90,
      group: 'work',
      icon: Folder,
      permission: 'printTemplates.view',
    },
  ],
}
