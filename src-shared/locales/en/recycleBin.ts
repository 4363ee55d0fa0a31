export const recycleBin = {
  title: 'Recycle bin',
  intro: 'Archived records stay here for 30 days, then they are gone for good.',
  empty: 'The recycle bin is empty. Archived customers, contacts and follow-ups come here first.',
  left: '{n} day left | {n} days left',
  restored: 'Restored',
  restoredMany: '{n} restored',
  restoredSome: '{n} restored, {failed} were not',
  all: 'Select all',
  restoreChosen: 'Restore the {n} selected',
  anyKind: 'Any kind',
} as const
