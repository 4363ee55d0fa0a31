import { CopyCheck } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const duplicatesPages: RoomPages = {
  routes: [
    {
      path: '/duplicates',
      component: () => import('./DuplicatesPage.vue'),
      meta: { titleKey: 'duplicates.title', permission: 'duplicates.view' },
    },
  ],
  menu: [
    {
      to: '/duplicates',
      titleKey: 'duplicates.title',
      order: 55,
      group: 'manage',
      icon: CopyCheck,
      permission: 'duplicates.view',
    },
  ],
  actions: [
    {
      titleKey: 'duplicates.title',
      permission: 'duplicates.view',
      words: 'chachong cc duplicates merge hebing',
      to: '/duplicates',
    },
  ],
  dialogs: { 'duplicates.merge': defineAsyncComponent(() => import('./MergeDialog.vue')) },
  parts: { 'duplicates.notice': defineAsyncComponent(() => import('./DuplicateNotice.vue')) },
}
