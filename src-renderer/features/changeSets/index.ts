import type { RoomPages } from '@renderer/layout/rooms'

export const changeSetsPages: RoomPages = {
  routes: [
    {
      path: '/settings/changes',
      component: () => import('./ChangeSetsPage.vue'),
      meta: { titleKey: 'changeSets.title', permission: 'changeSets.view' },
    },
  ],
  settings: [{ to: '/settings/changes', titleKey: 'changeSets.title', order: 70, permission: 'changeSets.view' }],
  actions: [
    {
      titleKey: 'changeSets.title',
      words: 'biangeng bg chexiao cx undo changes',
      permission: 'changeSets.view',
      to: '/settings/changes',
    },
  ],
}
