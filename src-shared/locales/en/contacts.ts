export const contactsRecord = {
  one: 'contact',
  fields: {
    name: 'Name', customerId: 'Customer', post: 'Post', department: 'Department', decisionRole: 'Decision role', superiorId: 'Superior', isPrimary: 'Main contact', isActive: 'Still there',
    phone: 'Phone', otherPhones: 'Other phones', mail: 'Mail', otherMails: 'Other mails', wechat: 'WeChat', qq: 'QQ', address: 'Address', gender: 'Gender', birthday: 'Birthday',
    birthdayCalendar: 'Calendar', birthdayLeapMonth: 'Leap month', hometown: 'Home town', interests: 'Interests', family: 'Family', note: 'Note', customerName: 'Customer',
    createdAt: 'Created', updatedAt: 'Changed',
  },
  groups: { basic: 'Basics', reach: 'How to reach', personal: 'Personal' },
  choices: {
    decisionRole: { decides: 'Decides', evaluates: 'Evaluates', uses: 'Uses', influences: 'Influences' },
    gender: { male: 'Male', female: 'Female' },
    birthdayCalendar: { solar: 'Solar', lunar: 'Lunar' },
  },
} as const

export const contacts = {
  title: 'Contacts',
  count: '{n} contact | {n} contacts',
  countMore: '{n} contacts or more',
  create: 'New contact',
  editTitle: 'Contact',
  created: 'Contact added',
  saved: 'Saved',
  archived: 'Contact archived',
  empty: 'Contacts are the people at a customer. Open a customer and add them there.',
  emptyFiltered: 'No contact fits these conditions.',
  primary: 'Main',
  left: 'Left',
  dial: 'Call {phone}',
  birthdayNext: 'Next birthday {day}',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  noYear: 'Year not known',
} as const
