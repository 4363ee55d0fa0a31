import type { RouteLocationRaw } from 'vue-router'
import type { Behind } from '@shared/features/today/figures'

const paths: Record<Behind['list'], string> = {
  customers: '/customers',
  followUps: '/follow-ups',
  contacts: '/contacts',
}

/** The list that shows what a figure has counted. */
export const behindLink = ({ list, filter }: Behind): RouteLocationRaw => ({
  path: paths[list],
  query: { filter: JSON.stringify(filter) },
})
