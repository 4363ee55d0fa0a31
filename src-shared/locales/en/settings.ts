export const settings = {
  title: 'Settings',
  personal: { title: 'My settings', look: 'Appearance and language' },
  sessions: {
    title: 'Signed-in devices',
    endOthers: 'End the others',
    ended: 'Ended {n} sign-ins',
    current: 'This device',
    unknown: 'Unknown device',
    seen: 'used {at}',
  },
  office: {
    title: 'Company',
    company: 'Company name',
    companyHint: 'Printed on documents',
    quietDays: 'Days without contact that count as quiet',
    quietHint: 'Today and the customer list go by it; half for key customers',
    saved: 'Saved',
  },
} as const
