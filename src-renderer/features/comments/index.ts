import { MessagesSquare } from '@lucide/vue'
import { computed, defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'
import { useSession } from '@renderer/stores/session'

/** Only who has people below coaches. */
const leads = () => {
  const session = useSession()
  return computed(() => (session.info?.below.length ?? 0) > 0)
}

export const commentsPages: RoomPages = {
  routes: [
    {
      path: '/coaching',
      component: () => import('./CoachingPage.vue'),
      meta: { titleKey: 'coaching.title', permission: 'followUps.view' },
    },
  ],
  menu: [
    {
      to: '/coaching',
      titleKey: 'coaching.title',
      order: 42,
      group: 'work',
      icon: MessagesSquare,
      permission: 'followUps.view',
      goKey: 'x',
      useShown: leads,
    },
  ],
  parts: {
    'records.comments': defineAsyncComponent(() => import('./CommentThread.vue')),
    'customers.comments': defineAsyncComponent(() => import('./CommentsCard.vue')),
  },
}
