// A contact is a person at a customer.
import { choice, date, defineFields, longText, reference, text, yesNo } from '@shared/fields/field'

export const contactFields = defineFields('contacts', {
  name: text({ required: true, max: 60, group: 'basic' }),
  customerId: reference({ entity: 'customers', required: true, group: 'basic' }),
  post: text({ max: 60, group: 'basic' }),
  department: text({ max: 60, group: 'basic' }),
  decisionRole: choice({ options: ['decides', 'evaluates', 'uses', 'influences'], group: 'basic' }),
  superiorId: reference({ entity: 'contacts', group: 'basic' }),
  isPrimary: yesNo({ fallback: false, group: 'basic' }),
  isActive: yesNo({ fallback: true, group: 'basic' }),
  /** Since when the person is no longer there. */
  leftOn: date({ group: 'basic' }),
  successorId: reference({ entity: 'contacts', group: 'basic' }),
  phone: text({ format: 'phone', max: 60, group: 'reach' }),
  otherPhones: text({ format: 'phones', max: 300, group: 'reach' }),
  mail: text({ format: 'mail', max: 120, group: 'reach' }),
  otherMails: text({ format: 'mails', max: 500, group: 'reach' }),
  wechat: text({ max: 60, group: 'reach' }),
  qq: text({ max: 30, group: 'reach' }),
  address: text({ max: 200, group: 'reach' }),
  gender: choice({ options: ['male', 'female'], group: 'personal' }),
  /** 'YYYY-MM-DD', or '--MM-DD' when the year is not known; month and day of the calendar named beside it. */
  birthday: text({ format: 'birthday', max: 10, group: 'personal' }),
  birthdayCalendar: choice({ options: ['solar', 'lunar'], fallback: 'solar', group: 'personal' }),
  birthdayLeapMonth: yesNo({ fallback: false, group: 'personal' }),
  hometown: text({ max: 60, group: 'personal' }),
  interests: text({ max: 200, group: 'personal' }),
  family: longText({ max: 1000, group: 'personal' }),
  note: longText({ group: 'personal' }),
  customerName: text({ computed: true, filterable: false }),
})
