export const recycleBin = {
  title: '回收站',
  intro: '归档的记录在这里保留 30 天，之后彻底删除。',
  empty: '回收站是空的。归档的客户、联系人和跟进会先到这里。',
  left: '还剩 {n} 天',
  restored: '已恢复',
} as const
