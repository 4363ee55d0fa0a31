export const contactsRecord = {
  one: '联系人',
  fields: {
    name: '姓名', customerId: '客户', post: '职位', department: '部门', decisionRole: '决策角色', superiorId: '上级', isPrimary: '主要联系人', isActive: '在职',
    phone: '电话', otherPhones: '其他电话', mail: '邮箱', otherMails: '其他邮箱', wechat: '微信', qq: 'QQ', address: '地址', gender: '性别', birthday: '生日',
    birthdayCalendar: '历法', birthdayLeapMonth: '闰月', hometown: '籍贯', interests: '爱好', family: '家庭', note: '备注', customerName: '客户',
    createdAt: '建立时间', updatedAt: '修改时间',
  },
  groups: { basic: '基本', reach: '联系方式', personal: '个人' },
  choices: {
    decisionRole: { decides: '决策人', evaluates: '评估人', uses: '使用人', influences: '影响人' },
    gender: { male: '男', female: '女' },
    birthdayCalendar: { solar: '公历', lunar: '农历' },
  },
} as const

export const contacts = {
  title: '联系人',
  count: '共 {n} 位',
  countMore: '共 {n} 位以上',
  create: '新建联系人',
  editTitle: '联系人资料',
  created: '已添加联系人',
  saved: '已保存',
  archived: '已归档联系人',
  empty: '联系人是客户里的人。先打开一家客户，在那里添加。',
  emptyFiltered: '没有符合这些条件的联系人。',
  primary: '主要',
  left: '已离职',
  dial: '拨打 {phone}',
  birthdayNext: '下次生日 {day}',
  year: '年',
  month: '月',
  day: '日',
  noYear: '不知道年份',
} as const
