import { MessageSquareText } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const followUpsPages: RoomPages = {
  routes: [
    {
      path: '/follow-ups',
      component: () => import('./FollowUpsPage.vue'),
      meta: { titleKey: 'followUps.title', permission: 'followUps.view', fills: true, keeps: true },
    },
  ],
  menu: [
    {
      to: '/follow-ups',
      titleKey: 'followUps.title',
      order: 40,
      group: 'work',
      icon: MessageSquareText,
      permission: 'followUps.view',
      goKey: 'f',
    },
  ],
  actions: [
    {
      titleKey: 'followUps.write',
      permission: 'followUps.create',
      words: 'xgj xiegenjin follow up visit call',
      dialog: 'followUps.write',
      shortcut: 'f',
      creates: true,
    },
  ],
  dialogs: { 'followUps.write': defineAsyncComponent(() => import('./FollowUpDialog.vue')) },
  parts: { 'customers.composer': defineAsyncComponent(() => import('./FollowUpComposer.vue')) },
}
