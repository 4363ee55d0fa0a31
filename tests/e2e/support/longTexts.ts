// The longest that people write, in what the sample company already has: nothing may burst, nothing be lost.
import type { Page } from '@playwright/test'
import { call, type Made } from './calls'

const name =
  '中国（上海）自由贸易试验区临港新片区宏图智能制造与工业互联网联合创新研究院有限责任公司长三角一体化示范区青浦分公司第二事业部（筹备组）'
const sentence =
  '客户要求在十二月底之前完成华东三个厂区的交换机与无线改造，并把旧设备折价回收；采购部说预算已报集团，但集团信息中心还要再看一次方案，'
const note = sentence.repeat(6)
const link =
  'https://www.hongtu-smart-manufacturing.example.com.cn/suppliers/2026/registration?category=network-equipment'
const mail = 'purchasing.department.east-china.regional.headquarters@hongtu-smart-manufacturing.example.com.cn'
const tags = [
  ...['重点跟进', '长三角一体化示范区战略合作单位', '集团采购', '价格敏感', '账期九十天', '年框', '竞品在用'],
  ...['信创替代', '需要驻场', '老板亲自盯', '展会认识', '转介绍', '大客户部', '高新技术企业'],
]

const customer = {
  name,
  shortName: name.slice(0, 60),
  tags,
  sourceNote: sentence,
  industry: '计算机、通信和其他电子设备制造业（含工业互联网平台与智能制造系统集成服务）',
  phone: '0086-21-62880000转80012',
  mail,
  website: link,
  address: `上海市浦东新区临港新片区环湖西二路八百八十八号${sentence}`.slice(0, 200),
  specialPreference: note.slice(0, 500),
  paymentHabit: sentence.slice(0, 120),
  invoiceTitle: name,
  bankName: `中国工商银行股份有限公司上海市自贸试验区临港新片区分行营业部${sentence}`.slice(0, 100),
  headcount: 1_234_567,
  annualRevenue: 999_999_999_999,
  potentialAmount: 123_456_789_012,
  note,
}

const contact = {
  name: '阿卜杜热西提·买买提明·吐尔逊江·克孜勒苏柯尔克孜',
  post: '华东区域供应链管理与战略采购中心副总经理兼信息化建设领导小组组长',
  department: '供应链管理与战略采购中心数字化采购平台运营管理部（筹）',
  mail,
  interests: note.slice(0, 200),
}

type Write = (path: string, input: unknown) => Promise<Made | null>

async function sayMuch(write: Write, customerId: number): Promise<void> {
  const made = await write('contacts.create', { ...contact, customerId })
  await write('followUps.create', {
    customerId,
    ...(made ? { contactId: made.id } : {}),
    way: 'visit',
    content: note,
    nextAt: Date.now(),
    nextStep: sentence.repeat(3).slice(0, 200),
  })
  const about = { entity: 'customers', id: customerId }
  await write('tasks.create', { title: sentence.repeat(3).slice(0, 190), note, about })
  await write('comments.create', { about, text: note })
}

/** Customer 1 and a new one get the longest of everything; so does the office itself. Gives what was refused. */
export async function writeLongTexts(page: Page): Promise<string[]> {
  const refused: string[] = []
  const write: Write = async (path, input) => {
    const made = await call(page, path, input)
    if (!made) refused.push(path)
    return made
  }
  const first = await write('customers.read', { id: 1 })
  if (first) await write('customers.update', { id: 1, version: first.version, changes: customer })
  await sayMuch(write, 1)
  const second = await write('customers.create', { ...customer, despiteDuplicates: true })
  if (second) await sayMuch(write, second.id)
  const short = contact.post.slice(0, 40)
  await write('organization.createDepartment', { name: name.slice(0, 60) })
  await write('organization.createPerson', { name: contact.name, position: contact.post, roleIds: [] })
  await write('roles.create', { name: short, note: note.slice(0, 200), grants: {}, fieldRights: {} })
  await write('views.create', { list: 'customers', name: short, filter: null, sort: [], columns: [], shared: true })
  await write('customFields.create', { entity: 'customers', label: sentence.slice(0, 40), field: { kind: 'text' } })
  await write('settings.setOffice', { company: name })
  return refused
}
