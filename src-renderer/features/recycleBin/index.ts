import type { RoomPages } from '@renderer/layout/rooms'

export const recycleBinPages: RoomPages = {
  routes: [
    {
      path: '/settings/recycle-bin',
      component: () => import('./RecycleBinPage.vue'),
      meta: { titleKey: 'recycleBin.title', permission: 'recycleBin.view' },
    },
  ],
  settings: [{ to: '/settings/recycle-bin', titleKey: 'recycleBin.title', order: 80, permission: 'recycleBin.view' }],
  actions: [
    {
      titleKey: 'recycleBin.title',
      words: 'huishouzhan hsz recycle bin',
      permission: 'recycleBin.view',
      to: '/settings/recycle-bin',
    },
  ],
}
