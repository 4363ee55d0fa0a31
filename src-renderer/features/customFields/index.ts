import type { RoomPages } from '@renderer/layout/rooms'

export const customFieldsPages: RoomPages = {
  routes: [
    {
      path: '/settings/fields',
      component: () => import('./FieldsPage.vue'),
      meta: { titleKey: 'customFields.title', permission: 'settings.manage' },
    },
  ],
  settings: [{ to: '/settings/fields', titleKey: 'customFields.title', order: 35, permission: 'settings.manage' }],
  actions: [
    {
      titleKey: 'customFields.title',
      words: 'zidingyiziduan zdyzd biaodan bd ziduan zd custom fields form layout',
      permission: 'settings.manage',
      to: '/settings/fields',
    },
  ],
}
