// Commands that change something and make no change set: how it is taken back all the same, or why it need not be.
const toast = 'its toast writes back what was before'
const paper = 'it is printed; only what went out is written down'
const session = 'a session, not a record'

export const withoutChangeSet: Record<string, string> = {
  'auth.lock': session,
  'auth.signOut': session,
  'backup.setSettings': toast,
  'customers.printCard': paper,
  'customers.printList': paper,
  'customers.star': 'one’s own star, taken off where it was put on',
  'dataQuality.setSettings': toast,
  'duplicates.dismiss': toast,
  'handovers.print': paper,
  'jobs.cancel': 'the job says how far it came',
  'notifications.markRead': 'nothing is lost by having been read',
  'periodicLists.print': paper,
  'dataQuality.print': paper,
  'pool.open': 'reading, but counted and written down',
  'pool.setRules': toast,
  'settings.setOffice': toast,
  'settings.setPreference': 'how one’s own window looks, chosen back where it was chosen',
  'values.setRules': toast,
  'views.create': toast,
  'views.remove': toast,
  'views.update': toast,
}
