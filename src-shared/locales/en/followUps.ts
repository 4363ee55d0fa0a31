export const followUpsRecord = {
  one: 'follow-up',
  fields: {
    customerId: 'Customer', contactId: 'Contact', way: 'Way', content: 'What was said', result: 'Result', followedAt: 'When', nextAt: 'Next contact', nextStep: 'Next step', nextDone: 'Next step done',
    personId: 'By', customerName: 'Customer', contactName: 'Contact', createdAt: 'Created', updatedAt: 'Changed',
  },
  groups: {},
  choices: {
    way: { visit: 'Visit', call: 'Call', mail: 'Mail', message: 'Message', meeting: 'Meeting' },
    result: { interested: 'Interested', considering: 'Considering', agreed: 'Agreed', refused: 'Refused', unreachable: 'Not reached', none: 'No result' },
  },
} as const

export const followUps = {
  title: 'Follow-ups',
  count: '{n} follow-up | {n} follow-ups',
  countMore: '{n} follow-ups or more',
  write: 'Write a follow-up',
  writeFor: 'Follow-up: {name}',
  saved: 'Follow-up saved',
  updated: 'Follow-up changed',
  archived: 'Follow-up archived',
  empty: 'Note each contact once; whom to call next then sorts itself.',
  emptyFiltered: 'No follow-up fits these conditions.',
  said: 'What was said, what was promised?',
  next: 'Next',
  nextStep: 'Next step',
  nextStepHint: 'What to do',
  contact: 'Contact',
  customer: 'Customer',
  noContact: 'No contact named',
  result: 'Result',
  when: 'When',
  now: 'Now',
  days: { tomorrow: 'Tomorrow', friday: 'Friday', nextMonday: 'Next Monday', twoWeeks: 'In two weeks', pick: 'Pick a day', none: 'None' },
  mine: 'Mine',
  team: 'My people’s',
  open: 'Open next steps',
} as const
