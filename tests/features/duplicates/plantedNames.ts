// Companies whose names come from short names, and further writings of some of them: what a scan ought to find.
import * as OpenCC from 'opencc-js'
import { readingsOf } from '@main/search/pinyin'
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
  'sound',
  'wrong',
  'missing',
  'extra',
  'swapped',
] as const
/** Slips of whoever wrote the name. */
export const slips: readonly string[] = ['sound', 'wrong', 'missing', 'extra', 'swapped']
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

const commonSigns = [
  ...'的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从金鑫欣新信鸿宏洪红丰峰锋枫力利立丽莉华花骅明铭名鸣达大杰洁捷佳嘉家加康慷泰太汇惠慧辉晖通同彤安庵源元圆园盛胜圣晟兴星馨心美梅媒德得',
]
const soundsLike = (sign: string, random: Random): string => {
  const others = commonSigns.filter((one) => one !== sign && readingsOf(one)[0] === readingsOf(sign)[0])
  return others.length > 0 ? random.pick(others) : sign
}

/** Another way to write the same company; null when this kind changes nothing of it. */
export function variantOf(company: Company, kind: VariantKind, random: Random): string | null {
  const { place, brand, trade, form } = company
  const whole = fullName(company)
  const province = places.find(([city]) => city === place)?.[1] ?? ''
  const at = random.whole(brand.length)
  const slipped = (inPlace: string, from = at, to = from + 1): string =>
    `${place}${brand.slice(0, from)}${inPlace}${brand.slice(to)}${trade}${form}`
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
    sound: () => slipped(soundsLike(brand.charAt(at), random)),
    wrong: () => slipped(random.pick(commonSigns)),
    missing: () => (brand.length > 2 ? slipped('') : whole),
    extra: () => slipped(random.pick(commonSigns), at, at),
    swapped: () => slipped([...brand.slice(-2)].reverse().join(''), brand.length - 2, brand.length),
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
