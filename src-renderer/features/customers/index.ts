import { Building2 } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const customersPages: RoomPages = {
  routes: [
    {
      path: '/customers',
      component: () => import('./CustomersPage.vue'),
      meta: { titleKey: 'customers.title', permission: 'customers.view', fills: true, keeps: true },
    },
    {
      path: '/customers/new',
      component: () => import('./CustomerFormPage.vue'),
      meta: { titleKey: 'customers.create', permission: 'customers.create' },
    },
    {
      path: '/customers/:id(\\d+)',
      component: () => import('./CustomerPage.vue'),
      meta: { titleKey: 'customers.title', permission: 'customers.view' },
    },
    {
      path: '/customers/:id(\\d+)/edit',
      component: () => import('./CustomerFormPage.vue'),
      meta: { titleKey: 'customers.title', permission: 'customers.update' },
    },
  ],
  menu: [
    {
      to: '/customers',
      titleKey: 'customers.title',
      order: 20,
      group: 'work',
      icon: Building2,
      permission: 'customers.view',
      goKey: 'c',
    },
  ],
  actions: [
    {
      titleKey: 'customers.create',
      permission: 'customers.create',
      words: 'xjkh xinjiankehu new customer',
      dialog: 'customers.create',
      shortcut: 'n',
      creates: true,
    },
  ],
  dialogs: {
    'customers.create': defineAsyncComponent(() => import('./QuickCreateDialog.vue')),
    'customers.changeOwner': defineAsyncComponent(() => import('./OwnerChangeDialog.vue')),
  },
  tabs: [
    {
      entity: 'customers',
      key: 'facts',
      titleKey: 'customers.tabs.facts',
      order: 900,
      component: defineAsyncComponent(() => import('./FactsTab.vue')),
    },
    {
      entity: 'customers',
      key: 'history',
      titleKey: 'customers.tabs.history',
      order: 990,
      component: defineAsyncComponent(() => import('./HistoryTab.vue')),
    },
  ],
}
