// Companies whose names come from short names, and further writings of some of them: what a scan ought to find.
import * as OpenCC from 'opencc-js'
import type { Random } from '../../support/random'

export const variantKinds = [
  'spaces',
  'brackets',
  'fullWidth',
  'traditional',
  'suffix',
  'placeInFull',
  'placeInBrackets',
  'placeMissing',
  'shortWithPlace',
  'shortWithoutPlace',
  'mixed',
  'typo',
] as const
export type VariantKind = (typeof variantKinds)[number]

export interface Company {
  place: string
  brand: string
  trade: string
  form: string
}

const places: readonly [city: string, province: string][] = [
  ['苏州', '江苏省'],
  ['昆山', '江苏省'],
  ['南京', '江苏省'],
  ['杭州', '浙江省'],
  ['宁波', '浙江省'],
  ['广州', '广东省'],
  ['深圳', '广东省'],
  ['东莞', '广东省'],
  ['成都', '四川省'],
  ['武汉', '湖北省'],
  ['长沙', '湖南省'],
  ['西安', '陕西省'],
  ['青岛', '山东省'],
  ['济南', '山东省'],
  ['郑州', '河南省'],
  ['合肥', '安徽省'],
  ['厦门', '福建省'],
  ['沈阳', '辽宁省'],
  ['上海', ''],
  ['北京', ''],
]
const trades = [
  '信息技术',
  '科技',
  '贸易',
  '电子科技',
  '实业',
  '机械设备',
  '化工',
  '食品',
  '服饰',
  '建筑工程',
  '文化传媒',
  '环保科技',
]
const forms = ['有限公司', '有限责任公司', '股份有限公司']
/** Short names that say already what the company does. */
const saysTrade = /(?:科技|电子|化工|食品|贸易|教育|传媒|实业|集团|服饰|家居|建材|医药|物流|银行|汽车)$/u

export function companyOf(short: string, random: Random): Company {
  const trade = saysTrade.test(short) ? '' : random.pick(trades)
  return { place: random.pick(places)[0], brand: short, trade, form: random.pick(forms) }
}
export const fullName = ({ place, brand, trade, form }: Company): string => `${place}${brand}${trade}${form}`

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' })
const widen = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) + 0xfee0))

/** Another way to write the same company; null when this kind changes nothing of it. */
export function variantOf(company: Company, kind: VariantKind, random: Random): string | null {
  const { place, brand, trade, form } = company
  const whole = fullName(company)
  const province = places.find(([city]) => city === place)?.[1] ?? ''
  const middle = Math.max(1, Math.floor(brand.length / 2))
  const written: Record<VariantKind, () => string> = {
    spaces: () => ` ${place} ${brand}\u3000${trade}${form} `,
    brackets: () => `【${place}】${brand}${trade}${form}`,
    fullWidth: () => widen(`${place}(${brand})${trade}${form} `),
    traditional: () => toTraditional(whole),
    suffix: () => `${place}${brand}${trade}${random.pick(['', '公司', ...forms.filter((one) => one !== form)])}`,
    placeInFull: () => `${province}${place}市${brand}${trade}${form}`,
    placeInBrackets: () => `${brand}${trade}（${place}）${form}`,
    placeMissing: () => `${brand}${trade}${form}`,
    shortWithPlace: () => `${place}${brand}`,
    shortWithoutPlace: () => brand,
    mixed: () => toTraditional(widen(` ${province}${place} (${brand}) ${trade}公司`)),
    typo: () => `${place}${brand.slice(0, middle - 1)}某${brand.slice(middle)}${trade}${form}`,
  }
  const text = written[kind]()
  return text === whole ? null : text
}

/** Another company with nearly the same name: to say it is the same one is wrong. */
export function decoyOf(company: Company, random: Random): string {
  const place = random.pick(
    places.filter(([city, province]) => city !== company.place && province !== provinceOf(company)),
  )[0]
  const trade = random.pick(trades.filter((one) => !one.startsWith(company.trade) && !company.trade.startsWith(one)))
  const decoys = [
    fullName({ ...company, place }),
    ...(company.trade === '' ? [] : [fullName({ ...company, trade })]),
    `${fullName(company)}${place}分公司`,
  ]
  return random.pick(decoys)
}

const provinceOf = ({ place }: Company): string => places.find(([city]) => city === place)?.[1] ?? ''
