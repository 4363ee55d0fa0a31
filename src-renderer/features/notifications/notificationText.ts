// A notification in a sentence, and the page that shows what it is about.
import { volumeKinds } from '@shared/features/auditLog/rules'
import { dayOf, startOfDay } from '@shared/dates'
import type { Notification } from '@shared/features/notifications/endpoints'
import { t } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'
import { inRow } from '@renderer/i18n/punctuation'

/** Kinds that gather several records of one step in one line. */
const gathered = [
  'customerChanged',
  'customerArchived',
  'customerRestored',
  'customerAssigned',
  'customerTaken',
  'customerPooled',
] as const
type GatheredKind = (typeof gathered)[number]
const isMany = ({ kind, params, entity }: Notification): boolean =>
  entity === null && gathered.some((one) => one === kind) && Number(params.n ?? 1) > 1

/** The changed fields by their names, those that are still there. */
function namesOf({ kind, params }: Notification): string[] {
  const keys = kind === 'customerChanged' ? String(params.keys ?? '').split(' ') : []
  return keys.flatMap((key) => {
    const name = fieldLabel('customers', key)
    return name === key ? [] : name
  })
}

function sentence(one: Notification, names: readonly string[]) {
  // isMany looked
  if (isMany(one)) return `notifications.many.${one.kind as GatheredKind}` as const
  const volume = one.kind === 'volumeWarning' && volumeKinds.find((kind) => kind === one.params.what)
  if (volume) return `notifications.volumes.${volume}` as const
  if (names.length === 0) return `notifications.kinds.${one.kind}` as const
  return names.length < Number(one.params.fields) ? 'notifications.changed.more' : 'notifications.changed.named'
}

export function notificationText(one: Notification, personName: (id: number) => string): string {
  const names = namesOf(one)
  return t(sentence(one, names), {
    ...one.params,
    // read later, "in seven days" would no longer be true
    ...(one.kind === 'poolWarning' ? { day: dayOf(startOfDay(one.at, Number(one.params.days))) } : {}),
    names: inRow(names),
    person: one.personId === 0 ? t('notifications.theHost') : personName(one.personId),
    record: one.label ?? t('notifications.aRecord'),
  })
}

const tabs: Record<string, string> = { contacts: '?tab=contacts', tasks: '?tab=tasks' }

/** Null when there is nothing to open. */
export function routeOf({ entity, recordId, customerId }: Notification): string | null {
  if (customerId !== null) return `/customers/${customerId}${tabs[entity ?? ''] ?? ''}`
  return entity === 'tasks' && recordId !== null ? '/tasks' : null
}
