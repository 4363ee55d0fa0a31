import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const importExportPages: RoomPages = {
  routes: [
    {
      path: '/import',
      component: () => import('./ImportPage.vue'),
      meta: { titleKey: 'imports.title', permission: 'customers.import' },
    },
  ],
  dialogs: { 'importExport.edits': defineAsyncComponent(() => import('./edits/EditsDialog.vue')) },
  actions: [
    {
      titleKey: 'imports.edits.title',
      words: 'congexcelgengxin gx update excel',
      dialog: 'importExport.edits',
      permission: 'customers.update',
    },
    { titleKey: 'imports.title', words: 'daoru dr import excel', permission: 'customers.import', to: '/import' },
  ],
}
