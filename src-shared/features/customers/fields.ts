// A customer is a company or person the office does business with, or means to.
import {
  choice,
  choices,
  date,
  dateTime,
  defineFields,
  longText,
  money,
  number,
  person,
  text,
  yesNo,
} from '@shared/fields/field'

export const customerTypes = ['potential', 'target', 'prospective', 'won', 'loyal', 'lost'] as const
export const customerLevels = ['key', 'normal', 'low'] as const
export const paymentMethods = ['transfer', 'cheque', 'cash', 'alipay', 'wechatPay', 'acceptance', 'other'] as const
export const channels = ['phone', 'wechat', 'mail', 'visit', 'message'] as const
export const valueTiers = ['a', 'b', 'c', 'd'] as const
export const contactTimes = ['morning', 'noon', 'afternoon', 'evening', 'weekend', 'any'] as const

export const customerFields = defineFields('customers', {
  name: text({ required: true, max: 120, group: 'basic' }),
  shortName: text({ max: 60, group: 'basic' }),
  type: choice({ options: customerTypes, fallback: 'potential', group: 'basic' }),
  level: choice({ options: customerLevels, fallback: 'normal', group: 'basic' }),
  source: choice({
    options: [
      'referral',
      'exhibition',
      'website',
      'phone',
      'advertising',
      'wechat',
      'partner',
      'tender',
      'visit',
      'import',
      'other',
    ],
    group: 'basic',
  }),
  sourceNote: text({ max: 120, group: 'basic' }),
  industry: text({ max: 60, group: 'basic' }),
  ownerId: person({ group: 'basic' }),
  tags: choices({ open: true, group: 'basic' }),
  phone: text({ format: 'phone', max: 60, group: 'reach' }),
  otherPhones: text({ format: 'phones', max: 300, group: 'reach' }),
  mail: text({ format: 'mail', max: 120, group: 'reach' }),
  otherMails: text({ format: 'mails', max: 500, group: 'reach' }),
  wechat: text({ max: 60, group: 'reach' }),
  qq: text({ max: 30, group: 'reach' }),
  website: text({ format: 'link', max: 200, group: 'reach' }),
  region: text({ format: 'region', max: 6, group: 'reach' }),
  address: text({ max: 200, group: 'reach' }),
  postcode: text({ max: 12, group: 'reach' }),
  preferredChannel: choice({ options: channels, group: 'preferences' }),
  preferredTime: choice({ options: contactTimes, group: 'preferences' }),
  specialPreference: longText({ max: 500, group: 'preferences' }),
  paymentMethod: choice({ options: paymentMethods, group: 'preferences' }),
  paymentHabit: text({ max: 120, group: 'preferences' }),
  invoiceTitle: text({ max: 120, group: 'invoice' }),
  taxNumber: text({ format: 'taxNumber', max: 20, group: 'invoice' }),
  bankName: text({ max: 120, group: 'invoice' }),
  bankAccount: text({ max: 40, group: 'invoice' }),
  invoiceAddress: text({ max: 200, group: 'invoice' }),
  invoicePhone: text({ format: 'phone', max: 60, group: 'invoice' }),
  headcount: number({ group: 'archive' }),
  annualRevenue: money({ group: 'archive' }),
  foundedOn: date({ group: 'archive' }),
  note: longText({ group: 'archive' }),
  /** Totals an office brings from its old tables, until contracts exist. */
  pastAmount: money({ group: 'archive' }),
  /** What the customer could buy in a year, by the office's own guess. */
  potentialAmount: money({ group: 'archive' }),
  lastFollowedAt: dateTime({ computed: true }),
  lastFollowUpWay: text({ computed: true }),
  lastFollowUp: longText({ computed: true }),
  nextFollowAt: dateTime({ computed: true }),
  nextStep: text({ computed: true }),
  followUpCount: number({ computed: true }),
  contactCount: number({ computed: true }),
  /** Never goes to the pool by itself. */
  locked: yesNo({ computed: true }),
  /** Since when nobody owns it. */
  pooledAt: dateTime({ computed: true }),
  formerOwnerId: person({ computed: true }),
  valueTier: choice({ options: valueTiers, computed: true }),
  /** 0 to 100. */
  valueScore: number({ computed: true }),
  /** Whether the viewer has starred it. */
  starred: yesNo({ computed: true }),
})
