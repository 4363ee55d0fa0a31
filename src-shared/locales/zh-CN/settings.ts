export const settings = {
  title: '设置',
  personal: { title: '我的设置', look: '外观与语言' },
  sessions: {
    title: '登录的设备',
    endOthers: '结束其他设备的登录',
    ended: '已结束 {n} 处登录',
    current: '本机',
    unknown: '未知设备',
    seen: '{at} 用过',
  },
  office: {
    title: '公司',
    company: '公司名称',
    companyHint: '会印在打印的单据上',
    quietDays: '多少天没联系算久未联系',
    quietHint: '今日页和客户列表按它提醒；重点客户减半',
    saved: '已保存',
  },
} as const
