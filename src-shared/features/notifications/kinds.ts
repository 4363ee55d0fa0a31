// A notification tells one person of something that concerns them. The kinds are a closed list, each worded in
// locales/<lang>/notifications.ts under `kinds`; `{person}` is who did it, `{record}` what it is about.

export const notificationKinds = [
  /** Somebody else changed a customer of theirs; params: `fields`, the number of changed fields; `keys`, some of them. */
  'customerChanged',
  'customerArchived',
  'customerRestored',
  /** A customer is theirs now. */
  'customerAssigned',
  /** Customers of theirs are somebody else's now, or nobody's. */
  'customerTaken',
  'customerPooled',
  'contactReplaced',
  'comment',
  'reply',
  /** A superior commented on a follow-up of theirs. */
  'coaching',
  /** params: `title`. */
  'taskGiven',
  'taskDone',
  /** The customer goes to the pool in `days` days. */
  'poolWarning',
  /** params: `n` customers. */
  'poolRecycled',
  'poolAssigned',
  /** params: `n` customers. */
  'handedOver',
  /** A rectification order; params: `days` to its deadline. */
  'orderGiven',
  'orderOverdue',
  /** params: `n` new rectification orders. */
  'ordersGiven',
  'ordersOverdue',
  /** Somebody views, prints or exports unusually much; params: `n`. */
  'volumeWarning',
  /** Ready-made roles got the rights of new rooms; params: `n` roles. */
  'rolesGrown',
] as const
export type NotificationKind = (typeof notificationKinds)[number]
