export const search = {
  title: 'Search',
  placeholder: 'Customers, contacts, phones, what was said; pinyin initials too',
  placeholderShort: 'Customers, contacts, phones',
  recent: 'Recently opened',
  actions: 'Commands',
  pages: 'Pages',
  groups: { customers: 'Customers', contacts: 'Contacts', followUps: 'Follow-ups' },
  searching: 'Searching for “{text}”…',
  nothing: 'Nothing found for “{text}”',
  nothingHint: 'Try another word, the last four digits of a phone, or pinyin initials.',
  createNamed: 'New customer “{text}”',
  hint: { open: 'Open', follow: 'Follow-up', move: 'Move' },
} as const
