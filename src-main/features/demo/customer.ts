// One customer of the sample company with its contacts.
import { creditCheck } from '@shared/features/dataQuality/rules'
import { dayOf } from '@shared/dates'
import type { contactFields } from '@shared/features/contacts/fields'
import type { customerFields } from '@shared/features/customers/fields'
import type { CreateOf } from '@shared/fields/field'
import { marks, places, trades } from './companies'
import { givenNames, posts, preferences, surnames } from './names'
import type { Random } from './random'

export type DemoCustomer = CreateOf<typeof customerFields.fields> & { name: string }
export type DemoContact = Omit<CreateOf<typeof contactFields.fields>, 'customerId'>

/** How far the business with a customer has come; drives its type, its notes and how often it is called. */
export type Standing = 'potential' | 'target' | 'prospective' | 'won' | 'loyal' | 'lost'
const standings: readonly Standing[] = [
  'potential',
  'potential',
  'target',
  'target',
  'prospective',
  'prospective',
  'won',
  'won',
  'loyal',
  'lost',
]

const sources = ['referral', 'exhibition', 'website', 'phone', 'partner', 'tender', 'visit'] as const
const exhibitions = ['2024 工博会', '2025 工博会', '长三角金融科技展', '厂商渠道大会'] as const
const mobilePrefixes = ['138', '139', '136', '137', '150', '159', '186', '188', '135', '189'] as const

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.below(10)).join('')
export const mobile = (random: Random): string => random.pick(mobilePrefixes) + digits(random, 8)
export const personName = (random: Random): string => random.pick(surnames) + random.pick(givenNames)

/** 18 characters as on a business licence; region and organisation parts are invented. */
function taxNumber(random: Random, region: string): string {
  const code = `91${region}MA${digits(random, 8)}`.slice(0, 17)
  return code + creditCheck(code)
}

export function demoCustomer(
  random: Random,
  index: number,
  now: number,
): { customer: DemoCustomer; standing: Standing } {
  const place = random.pick(places)
  const trade = random.pick(trades)
  const mark = marks[index % marks.length] ?? ''
  const name = `${place.name}${mark}${random.pick(trade.words)}${random.pick(trade.endings)}`
  const standing = random.pick(standings)
  const source = random.pick(sources)
  const bought = standing === 'won' || standing === 'loyal' || standing === 'lost'
  const [least, most] = trade.amount
  const address = `${place.name}市${random.pick(place.streets)}${random.between(8, 1980)}号`
  const customer: DemoCustomer = {
    name,
    shortName: `${place.name}${mark}`,
    type: standing,
    level: most > 4_000_000 || random.chance(0.2) ? 'key' : random.chance(0.75) ? 'normal' : 'low',
    source,
    sourceNote: source === 'exhibition' ? random.pick(exhibitions) : null,
    industry: trade.industry,
    region: place.region,
    address,
    phone: `${place.areaCode}-${random.between(2, 8)}${digits(random, 7)}`,
    tags: random.chance(0.3) ? [random.pick(['重点跟踪', '老客户转介', '集团客户', '付款慢', '要做灾备'])] : [],
    headcount: random.between(3, 240) * 10,
    foundedOn: dayOf(now - random.between(1500, 9000) * 86_400_000),
    pastAmount: bought ? random.between(least / 1000, most / 1000) * 100_000 : null,
    specialPreference: random.chance(0.15) ? random.pick(preferences) : null,
    paymentMethod: bought ? 'transfer' : null,
    paymentHabit: bought
      ? random.pick(['3-6-1，电汇，月底付', '货到 60 天', '验收后一次付清', '预付三成，验收付清'])
      : null,
    preferredChannel: random.pick(['phone', 'wechat', 'visit', null]),
    ...(bought
      ? {
          invoiceTitle: name,
          taxNumber: taxNumber(random, place.region),
          bankName: `中国工商银行${place.name}分行`,
          bankAccount: digits(random, 19),
          invoiceAddress: address,
        }
      : {}),
  }
  return { customer, standing }
}

export function demoContacts(random: Random): DemoContact[] {
  const first = random.below(posts.length)
  const family = [
    '爱人是中学老师，女儿读高二',
    '儿子在英国读书',
    '双胞胎女儿，周末陪练琴',
    '岳父母同住，不加班',
  ] as const
  return Array.from({ length: random.between(1, 4) }, (_, i): DemoContact => {
    const position = posts[(first + i * 3) % posts.length] ?? random.pick(posts)
    const lunar = random.chance(0.3)
    return {
      name: personName(random),
      ...position,
      phone: mobile(random),
      wechat: random.chance(0.5) ? `wx_${digits(random, 6)}` : null,
      isPrimary: i === 0,
      gender: random.chance(0.6) ? 'male' : 'female',
      birthday: random.chance(0.5)
        ? `19${random.between(65, 95)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
        : null,
      birthdayCalendar: lunar ? 'lunar' : 'solar',
      family: random.chance(0.2) ? random.pick(family) : null,
      interests: random.chance(0.2) ? random.pick(['钓鱼', '羽毛球', '书法', '马拉松', '喝茶，懂普洱']) : null,
    }
  })
}
