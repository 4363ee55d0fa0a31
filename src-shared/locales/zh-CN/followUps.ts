export const followUpsRecord = {
  one: '跟进记录',
  fields: {
    customerId: '客户', contactId: '联系人', way: '方式', content: '内容', result: '结果', followedAt: '时间', nextAt: '下次联系', nextStep: '下一步', nextDone: '下一步已办完',
    personId: '跟进人', customerName: '客户', contactName: '联系人', createdAt: '建立时间', updatedAt: '修改时间',
  },
  groups: {},
  choices: {
    way: { visit: '拜访', call: '电话', mail: '邮件', message: '微信', meeting: '会议' },
    result: { interested: '有兴趣', considering: '在考虑', agreed: '已答应', refused: '拒绝', unreachable: '没联系上', none: '无结果' },
  },
} as const

export const followUps = {
  title: '跟进记录',
  count: '共 {n} 条',
  countMore: '共 {n} 条以上',
  write: '写跟进',
  writeFor: '写跟进：{name}',
  saved: '跟进已保存',
  updated: '跟进已修改',
  archived: '跟进已归档',
  empty: '每次往来记一条，下次该联系谁就自己排好了。',
  emptyFiltered: '没有符合这些条件的跟进记录。',
  said: '说了什么，答应了什么？',
  next: '下次',
  nextStep: '下一步',
  nextStepHint: '要做什么',
  contact: '联系人',
  customer: '客户',
  noContact: '不指定联系人',
  result: '结果',
  when: '时间',
  now: '现在',
  days: { tomorrow: '明天', friday: '周五', nextMonday: '下周一', twoWeeks: '两周后', pick: '选日期', none: '不约' },
  mine: '我写的',
  team: '我下属写的',
  open: '未办完的下一步',
} as const
