import { createRouter, createWebHistory } from 'vue-router'
import { t, tMaybe } from '@renderer/i18n'
import { features } from './features'

declare module 'vue-router' {
  interface RouteMeta {
    /** Without it the page is not shown at all. */
    permission?: import('@shared/permissions').Permission
    titleKey?: import('@shared/locales/messages').TextKey
    /** The page fills the window and scrolls inside itself. */
    fills?: boolean
    /** Kept as it was when one comes back: the place in a long list. */
    keeps?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [...features.routes, { path: '/:rest(.*)*', component: () => import('@renderer/layout/NotFoundPage.vue') }],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.afterEach((to) => {
  const title = to.meta.titleKey && tMaybe(to.meta.titleKey)
  document.title = title ? `${title} · ${t('shell.name')}` : t('shell.name')
})
