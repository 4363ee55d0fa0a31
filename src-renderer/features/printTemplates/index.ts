import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const printTemplatesPages: RoomPages = {
  routes: [
    {
      path: '/settings/print-templates',
      component: () => import('./PrintTemplatesPage.vue'),
      meta: { titleKey: 'printTemplates.title', permission: 'printTemplates.view' },
    },
  ],
  settings: [
    {
      to: '/settings/print-templates',
      titleKey: 'printTemplates.title',
      order: 55,
      permission: 'printTemplates.view',
    },
  ],
  actions: [
    {
      titleKey: 'printTemplates.title',
      words: 'dayinmoban dymb print templates paper',
      permission: 'printTemplates.view',
      to: '/settings/print-templates',
    },
  ],
  dialogs: { 'print.paper': defineAsyncComponent(() => import('./PrintDialog.vue')) },
}
