import type { RoomPages } from '@renderer/layout/rooms'

export const rolesPages: RoomPages = {
  routes: [
    {
      path: '/settings/roles',
      component: () => import('./RolesPage.vue'),
      meta: { titleKey: 'roles.title', permission: 'roles.view' },
    },
  ],
  settings: [{ to: '/settings/roles', titleKey: 'roles.title', order: 30, permission: 'roles.view' }],
  actions: [
    {
      titleKey: 'roles.title',
      words: 'juese js quanxian qx roles rights',
      permission: 'roles.view',
      to: '/settings/roles',
    },
  ],
}
