import type { RoomPages } from '@renderer/layout/rooms'

export const auditLogPages: RoomPages = {
  routes: [
    {
      path: '/settings/audit-log',
      component: () => import('./AuditLogPage.vue'),
      meta: { titleKey: 'auditLog.title', permission: 'auditLog.view' },
    },
  ],
  settings: [{ to: '/settings/audit-log', titleKey: 'auditLog.title', order: 90, permission: 'auditLog.view' }],
  actions: [
    {
      titleKey: 'auditLog.title',
      words: 'caozuojilu czjl audit log',
      permission: 'auditLog.view',
      to: '/settings/audit-log',
    },
  ],
}
