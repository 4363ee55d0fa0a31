// Which choice a written word means, in both languages and in what offices call things.
import { contactsRecord as contactsEn } from '@shared/locales/en/contacts'
import { customersRecord as customersEn } from '@shared/locales/en/customers'
import { followUpsRecord as followUpsEn } from '@shared/locales/en/followUps'
import { contactsRecord as contactsZh } from '@shared/locales/zh-CN/contacts'
import { customersRecord as customersZh } from '@shared/locales/zh-CN/customers'
import { followUpsRecord as followUpsZh } from '@shared/locales/zh-CN/followUps'

type Words = Record<string, string>

/** entity.field → code → words beside its labels, parted by spaces. */
const spoken: Record<string, Words> = {
  'customers.type': {
    potential: '潜在客户 潜客 线索 意向不明 新客户 未成交 lead potential new cold',
    target: '目标客户 意向 意向客户 有意向 跟进中 target warm qualified',
    prospective: '准客户 准成交 洽谈中 报价中 谈判 prospect prospective hot opportunity negotiation',
    won: '成交客户 已成交 已合作 合作中 合作客户 正式客户 签约 老客户 won customer customers active in-contract existing',
    loyal: '忠诚客户 忠实 长期合作 战略合作 loyal',
    lost: '流失客户 已流失 丢失 停止合作 终止 失效 lost former churned inactive',
  },
  'customers.level': {
    key: 'a a+ aa aaa s vip 重点客户 重要 重要客户 大客户 核心 核心客户 战略 高 高级 一级 1级 钻石 金牌 ★★★ ★★★★ ★★★★★ key high gold major strategic',
    normal: 'b 普通客户 一般 一般客户 中 中级 二级 2级 标准 银牌 ★★ normal medium standard silver',
    low: 'c d e 非优先客户 低 低级 次要 小客户 三级 3级 四级 铜牌 ★ low minor small bronze',
  },
  'customers.source': {
    referral: '转介绍 介绍 朋友介绍 客户介绍 老客户介绍 熟人介绍 口碑 推荐 员工推荐 referral word-of-mouth recommended',
    exhibition: '展会 展览会 参展 会展 广交会 进博会 exhibition fair trade-show tradeshow event conference',
    website: '网站 官网 网络 网上 互联网 线上 百度 搜索 阿里巴巴 1688 web website online internet seo',
    phone: '来电 电话 电话咨询 电销 电话营销 400 call phone inbound cold-call',
    advertising: '广告 杂志 媒体 报纸 推广 advertising ad ads advertisement',
    wechat: '微信 公众号 朋友圈 小程序 企业微信 抖音 wechat',
    partner: '合作伙伴 代理 代理商 经销商 渠道 渠道商 供应商 partner reseller channel',
    tender: '招标 投标 招投标 标讯 中标 tender bid rfp',
    visit: '上门拜访 上门 拜访 陌拜 陌生拜访 扫楼 地推 自行开发 自开发 主动开发 visit outbound',
    import: '导入 import imported',
    other: '其他 其它 other others',
  },
  'customers.paymentMethod': {
    transfer: '电汇 转账 银行转账 对公转账 汇款 tt t/t transfer wire bank-transfer',
    cheque: '支票 cheque check',
    cash: '现金 现款 cash',
    alipay: '支付宝 alipay',
    wechatPay: '微信支付 微信 微信转账 wechat-pay',
    acceptance: '承兑 承兑汇票 银行承兑 银承 商承 汇票 acceptance',
    other: '其他 其它 other',
  },
  'customers.preferredChannel': {
    phone: '电话 手机 phone call',
    wechat: '微信 wechat',
    mail: '邮件 邮箱 email e-mail mail',
    visit: '拜访 上门 面谈 visit',
    message: '短信 message sms',
  },
  'customers.preferredTime': {
    morning: '上午 早上 morning',
    noon: '中午 noon',
    afternoon: '下午 afternoon',
    evening: '晚上 evening',
    weekend: '周末 weekend',
    any: '随时 不限 any anytime',
  },
  'contacts.gender': {
    male: '男 男性 先生 男士 m male mr man 1男',
    female: '女 女性 女士 小姐 f female ms mrs miss woman',
  },
  'contacts.decisionRole': {
    decides: '决策人 决策者 决策 拍板人 老板 decides decision-maker',
    evaluates: '评估人 评估 技术把关 evaluates evaluator',
    uses: '使用人 使用者 使用 uses user',
    influences: '影响人 影响者 影响 influences influencer',
  },
  'contacts.birthdayCalendar': { solar: '公历 阳历 新历 solar', lunar: '农历 阴历 旧历 lunar' },
  'followUps.way': {
    visit: '拜访 上门 上门拜访 面谈 来访 现场 visit',
    call: '电话 来电 去电 电话沟通 致电 phone call',
    mail: '邮件 邮箱 email e-mail mail',
    message: '微信 短信 qq 企业微信 钉钉 消息 留言 message wechat sms chat',
    meeting: '会议 开会 视频会议 meeting',
  },
  'followUps.result': {
    interested: '有兴趣 感兴趣 有意向 interested',
    considering: '在考虑 考虑中 待定 considering',
    agreed: '已答应 同意 已同意 成交 agreed',
    refused: '拒绝 不需要 没兴趣 无意向 refused',
    unreachable: '没联系上 未接 无人接听 空号 关机 unreachable no-answer',
    none: '无结果 无 none',
  },
}

const labels: Record<string, readonly Record<string, Words>[]> = {
  customers: [customersZh.choices, customersEn.choices],
  contacts: [contactsZh.choices, contactsEn.choices],
  followUps: [followUpsZh.choices, followUpsEn.choices],
}

const yes = new Set('是 有 对 真 y yes true 1 √ ✓ ✔ v t on 在职 已 已办 主要'.split(' '))
const no = new Set('否 无 没有 不 不是 假 n no false 0 × ✗ x f off 离职 已离职 未 未办 非'.split(' '))

/** Width, case and spaces do not matter. */
const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')

const tables = new Map<string, Map<string, string>>()

function tableOf(target: string): Map<string, string> {
  const known = tables.get(target)
  if (known) return known
  const [entity = '', field = ''] = target.split('.')
  const table = new Map<string, string>()
  for (const [code, words] of Object.entries(spoken[target] ?? {}))
    for (const word of words.split(' ')) if (!table.has(plain(word))) table.set(plain(word), code)
  // labels are what our own exports write: they win
  for (const language of labels[entity] ?? [])
    for (const [code, label] of Object.entries(language[field] ?? {}))
      table.set(plain(label), code).set(plain(code), code)
  tables.set(target, table)
  return table
}

/**
 * The code a word stands for, null when it is none of them.
 * @example choiceOf('customers.level', 'ＶＩＰ') // 'key'
 */
export function choiceOf(target: string, word: string): string | null {
  const table = tableOf(target)
  const written = plain(word)
  const shorter = written.replace(/(客户|类客户|级客户|[级类])$/u, '')
  return table.get(written) ?? table.get(shorter) ?? null
}

export function yesNoOf(word: string): boolean | null {
  const written = plain(word)
  return yes.has(written) ? true : no.has(written) ? false : null
}
