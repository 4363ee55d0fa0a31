// A notification in a sentence, and the page that shows what it is about.
import type { Notification } from '@shared/features/notifications/endpoints'
import { t } from '@renderer/i18n'

/** Kinds that gather several records of one step in one line. */
const gathered = ['customerChanged', 'customerArchived', 'customerAssigned', 'customerTaken', 'customerPooled'] as const
type GatheredKind = (typeof gathered)[number]
const isMany = ({ kind, params, entity }: Notification): boolean =>
  entity === null && gathered.some((one) => one === kind) && Number(params.n ?? 1) > 1

export const notificationText = (one: Notification, personName: (id: number) => string): string =>
  t(
    isMany(one)
      ? `notifications.many.${one.kind as GatheredKind}` /* isMany looked */
      : `notifications.kinds.${one.kind}`,
    {
      ...one.params,
      person: one.personId === 0 ? t('notifications.theHost') : personName(one.personId),
      record: one.label ?? t('notifications.aRecord'),
    },
  )

const tabs: Record<string, string> = { contacts: '?tab=contacts', tasks: '?tab=tasks' }

/** Null when there is nothing to open. */
export function routeOf({ entity, recordId, customerId }: Notification): string | null {
  if (customerId !== null) return `/customers/${customerId}${tabs[entity ?? ''] ?? ''}`
  return entity === 'tasks' && recordId !== null ? '/tasks' : null
}
