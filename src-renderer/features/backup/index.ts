import type { RoomPages } from '@renderer/layout/rooms'
import BackupDot from './BackupDot.vue'

export const backupPages: RoomPages = {
  routes: [
    {
      path: '/settings/backup',
      component: () => import('./BackupPage.vue'),
      meta: { titleKey: 'backup.title', permission: 'backup.view' },
    },
  ],
  settings: [{ to: '/settings/backup', titleKey: 'backup.title', order: 60, permission: 'backup.view' }],
  actions: [{ titleKey: 'backup.title', words: 'beifen bf backup', permission: 'backup.view', to: '/settings/backup' }],
  parts: { 'shell.backup': BackupDot },
}
