import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const tiesPages: RoomPages = {
  tabs: [
    {
      entity: 'customers',
      key: 'ties',
      titleKey: 'ties.tab',
      order: 500,
      component: defineAsyncComponent(() => import('./TiesTab.vue')),
    },
  ],
  dialogs: {
    'ties.parent': defineAsyncComponent(() => import('./ParentDialog.vue')),
    'ties.referral': defineAsyncComponent(() => import('./ReferralDialog.vue')),
    'ties.relation': defineAsyncComponent(() => import('./RelationDialog.vue')),
  },
}
