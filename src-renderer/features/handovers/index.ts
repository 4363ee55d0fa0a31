import { ArrowRightLeft } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const handoversPages: RoomPages = {
  routes: [
    {
      path: '/handovers',
      component: () => import('./HandoversPage.vue'),
      meta: { titleKey: 'handovers.title', permission: 'handovers.manage' },
    },
    {
      path: '/handovers/new',
      component: () => import('./HandoverPage.vue'),
      meta: { titleKey: 'handovers.start', permission: 'handovers.manage' },
    },
  ],
  menu: [
    {
      to: '/handovers',
      titleKey: 'handovers.title',
      order: 300,
      group: 'manage',
      icon: ArrowRightLeft,
      permission: 'handovers.manage',
    },
  ],
  actions: [
    {
      titleKey: 'handovers.start',
      permission: 'handovers.manage',
      words: 'lizhijiaojie jiaojie lzjj handover leaver',
      to: '/handovers/new',
    },
  ],
}
