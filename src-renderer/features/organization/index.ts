import type { RoomPages } from '@renderer/layout/rooms'

export const organizationPages: RoomPages = {
  routes: [
    {
      path: '/settings/organization',
      component: () => import('./OrganizationPage.vue'),
      meta: { titleKey: 'organization.title', permission: 'organization.view' },
    },
  ],
  settings: [
    { to: '/settings/organization', titleKey: 'organization.title', order: 20, permission: 'organization.view' },
  ],
  actions: [
    {
      titleKey: 'organization.title',
      words: 'zuzhi zz renyuan bumen people departments',
      permission: 'organization.view',
      to: '/settings/organization',
    },
  ],
}
