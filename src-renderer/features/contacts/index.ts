import { Contact } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const contactsPages: RoomPages = {
  routes: [
    {
      path: '/contacts',
      component: () => import('./ContactsPage.vue'),
      meta: { titleKey: 'contacts.title', permission: 'contacts.view', fills: true, keeps: true },
    },
  ],
  menu: [
    {
      to: '/contacts',
      titleKey: 'contacts.title',
      order: 30,
      group: 'work',
      icon: Contact,
      permission: 'contacts.view',
      goKey: 'l',
    },
  ],
  actions: [
    {
      titleKey: 'contacts.create',
      permission: 'contacts.create',
      words: 'xjlxr xinjianlianxiren new contact',
      dialog: 'contacts.edit',
      creates: true,
    },
  ],
  dialogs: {
    'contacts.edit': defineAsyncComponent(() => import('./ContactDialog.vue')),
    'contacts.replace': defineAsyncComponent(() => import('./ReplaceDialog.vue')),
  },
  tabs: [
    {
      entity: 'customers',
      key: 'contacts',
      titleKey: 'customers.tabs.contacts',
      order: 10,
      permission: 'contacts.view',
      component: defineAsyncComponent(() => import('./ContactsTab.vue')),
    },
  ],
}
