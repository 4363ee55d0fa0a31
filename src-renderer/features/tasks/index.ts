import { SquareCheckBig } from '@lucide/vue'
import { computed, defineAsyncComponent } from 'vue'
import { useQuery } from '@renderer/api/queries'
import type { RoomPages } from '@renderer/layout/rooms'

/** Mine that are late or due. */
function useDueCount() {
  const { data } = useQuery('tasks.list', () => ({ whose: 'me', due: true, limit: 20 }))
  return computed(() => data.value?.rows.length)
}

export const tasksPages: RoomPages = {
  routes: [{ path: '/tasks', component: () => import('./TasksPage.vue'), meta: { titleKey: 'tasks.title' } }],
  menu: [
    {
      to: '/tasks',
      titleKey: 'tasks.title',
      order: 45,
      group: 'work',
      icon: SquareCheckBig,
      goKey: 'k',
      useCount: useDueCount,
    },
  ],
  actions: [{ titleKey: 'tasks.add', words: 'xjrw xinjianrenwu new task', dialog: 'tasks.edit', creates: true }],
  dialogs: { 'tasks.edit': defineAsyncComponent(() => import('./TaskDialog.vue')) },
  tabs: [
    {
      entity: 'customers',
      key: 'tasks',
      titleKey: 'tasks.title',
      order: 300,
      component: defineAsyncComponent(() => import('./TasksTab.vue')),
    },
  ],
  parts: { 'today.tasks': defineAsyncComponent(() => import('./TodayTasks.vue')) },
}
