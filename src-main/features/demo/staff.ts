// The people of the sample company: an IT distributor in Shanghai. Leavers keep their names on what they did.

export interface DemoDepartment {
  key: string
  name: string
  parent?: string
  head?: string
  actingHead?: string
}

export interface DemoPerson {
  name: string
  department: string
  position: string
  role: 'manager' | 'rep' | 'service' | 'finance' | 'admin' | 'assistant'
  superior?: string
  phone: string
  /** Months before today. */
  hired: number
  left?: number
  login?: string
}

export const demoDepartments: readonly DemoDepartment[] = [
  { key: 'office', name: '总经办' },
  { key: 'trade', name: '销售中心', head: '李强' },
  { key: 'finance-trade', name: '金融行业部', parent: 'trade', head: '沈佳怡' },
  { key: 'factory-trade', name: '制造行业部', parent: 'trade', actingHead: '陈涛' },
  { key: 'presales', name: '售前技术部', head: '顾明远' },
  { key: 'service', name: '客户服务部', head: '何静' },
  { key: 'money', name: '财务商务部', head: '刘芳' },
]

export const demoPeople: readonly DemoPerson[] = [
  {
    name: '李强',
    department: 'trade',
    position: '销售总监',
    role: 'manager',
    phone: '13901620318',
    hired: 96,
    login: 'liqiang',
  },
  {
    name: '沈佳怡',
    department: 'finance-trade',
    position: '行业经理',
    role: 'manager',
    phone: '13816770245',
    hired: 61,
    login: 'shenjiayi',
  },
  {
    name: '周敏',
    department: 'finance-trade',
    position: '高级客户经理',
    role: 'rep',
    phone: '13661893077',
    hired: 48,
    login: 'zhoumin',
  },
  { name: '徐志鹏', department: 'finance-trade', position: '客户经理', role: 'rep', phone: '15021448836', hired: 22 },
  { name: '陆晓雯', department: 'finance-trade', position: '客户经理', role: 'rep', phone: '18721309654', hired: 4 },
  {
    name: '陈涛',
    department: 'factory-trade',
    position: '高级客户经理',
    role: 'manager',
    phone: '13564427190',
    hired: 70,
    login: 'chentao',
  },
  { name: '吴海峰', department: 'factory-trade', position: '客户经理', role: 'rep', phone: '13774205518', hired: 33 },
  { name: '孙雅琴', department: 'factory-trade', position: '客户经理', role: 'rep', phone: '15900473621', hired: 19 },
  { name: '欧阳俊', department: 'factory-trade', position: '客户经理', role: 'rep', phone: '13482216097', hired: 7 },
  { name: '马骏驰', department: 'factory-trade', position: '客户经理', role: 'rep', phone: '18217654403', hired: 2 },
  {
    name: '丁伟',
    department: 'factory-trade',
    position: '行业经理',
    role: 'manager',
    phone: '13917008262',
    hired: 88,
    left: 5,
  },
  {
    name: '郭玲',
    department: 'finance-trade',
    position: '客户经理',
    role: 'rep',
    phone: '13651827745',
    hired: 40,
    left: 9,
  },
  { name: '顾明远', department: 'presales', position: '技术总监', role: 'service', phone: '13801955624', hired: 90 },
  {
    name: '蒋文博',
    department: 'presales',
    position: '解决方案工程师',
    role: 'service',
    superior: '顾明远',
    phone: '15800661983',
    hired: 26,
  },
  {
    name: '何静',
    department: 'service',
    position: '客服主管',
    role: 'service',
    phone: '13585590471',
    hired: 52,
    login: 'hejing',
  },
  { name: '唐晓梅', department: 'service', position: '客服专员', role: 'service', phone: '13764018825', hired: 15 },
  { name: '刘芳', department: 'money', position: '财务经理', role: 'finance', phone: '13916334059', hired: 84 },
  { name: '钱立群', department: 'money', position: '商务专员', role: 'finance', phone: '13671570336', hired: 30 },
  { name: '宋佳', department: 'office', position: '行政兼系统管理员', role: 'admin', phone: '15821906647', hired: 37 },
  { name: '白雪', department: 'office', position: '总经理助理', role: 'assistant', phone: '18616283094', hired: 11 },
]
