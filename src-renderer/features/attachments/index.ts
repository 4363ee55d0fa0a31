import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const attachmentsPages: RoomPages = {
  tabs: [
    {
      entity: 'customers',
      key: 'attachments',
      titleKey: 'attachments.title',
      order: 400,
      component: defineAsyncComponent(() => import('./AttachmentsTab.vue')),
    },
  ],
  parts: {
    'records.attachments': defineAsyncComponent(() => import('./RecordFiles.vue')),
    'records.drop': defineAsyncComponent(() => import('./PageDrop.vue')),
  },
}
