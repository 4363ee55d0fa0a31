import type { RoomPages } from '@renderer/layout/rooms'

export const importExportPages: RoomPages = {
  routes: [
    {
      path: '/import',
      component: () => import('./ImportPage.vue'),
      meta: { titleKey: 'imports.title', permission: 'customers.import' },
    },
  ],
  actions: [
    { titleKey: 'imports.title', words: 'daoru dr import excel', permission: 'customers.import', to: '/import' },
  ],
}
