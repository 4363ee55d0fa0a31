// The words of our own template: its headings, and the mark of its examples, which are left out when forgotten in the sheet.
import type { Language } from '@shared/locales/messages'

export const templateMarks: Record<Language, string> = {
  'zh-CN': '（示例，导入时不计）',
  en: ' (example, not imported)',
}

export const templateMark = /（示例，导入时不计）|\(example, not imported\)/u

type Heading = readonly [heading: string, target: string]

export const templateHeadings: Record<Language, readonly Heading[]> = {
  'zh-CN': [
    ['客户名称', 'customers.name'],
    ['客户类型', 'customers.type'],
    ['客户级别', 'customers.level'],
    ['客户来源', 'customers.source'],
    ['行业', 'customers.industry'],
    ['负责人', 'customers.ownerId'],
    ['公司电话', 'customers.phone'],
    ['地区', 'customers.region'],
    ['地址', 'customers.address'],
    ['网址', 'customers.website'],
    ['标签', 'customers.tags'],
    ['税号', 'customers.taxNumber'],
    ['备注', 'customers.note'],
    ['联系人', 'contacts.name'],
    ['职务', 'contacts.post'],
    ['手机', 'contacts.phone'],
    ['联系人邮箱', 'contacts.mail'],
    ['联系人微信', 'contacts.wechat'],
    ['性别', 'contacts.gender'],
    ['生日', 'contacts.birthday'],
    ['上次联系时间', 'followUps.followedAt'],
    ['跟进方式', 'followUps.way'],
    ['跟进记录', 'followUps.content'],
    ['下次联系时间', 'followUps.nextAt'],
    ['建档日期', 'customers.createdAt'],
  ],
  en: [
    ['Customer name', 'customers.name'],
    ['Customer type', 'customers.type'],
    ['Level', 'customers.level'],
    ['Source', 'customers.source'],
    ['Industry', 'customers.industry'],
    ['Owner', 'customers.ownerId'],
    ['Company phone', 'customers.phone'],
    ['Region', 'customers.region'],
    ['Address', 'customers.address'],
    ['Website', 'customers.website'],
    ['Tags', 'customers.tags'],
    ['Tax number', 'customers.taxNumber'],
    ['Note', 'customers.note'],
    ['Contact', 'contacts.name'],
    ['Job title', 'contacts.post'],
    ['Mobile', 'contacts.phone'],
    ['Contact email', 'contacts.mail'],
    ['Contact WeChat', 'contacts.wechat'],
    ['Gender', 'contacts.gender'],
    ['Birthday', 'contacts.birthday'],
    ['Last contact', 'followUps.followedAt'],
    ['Way', 'followUps.way'],
    ['Follow-up', 'followUps.content'],
    ['Next contact', 'followUps.nextAt'],
    ['Created on', 'customers.createdAt'],
  ],
}
