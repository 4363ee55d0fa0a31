export const recycleBin = {
  title: '回收站',
  intro: '归档的记录在这里保留 30 天，之后彻底删除。',
  empty: '回收站是空的。归档的客户、联系人和跟进会先到这里。',
  left: '还剩 {n} 天',
  restored: '已恢复',
  restoredMany: '已恢复 {n} 条',
  restoredSome: '已恢复 {n} 条，{failed} 条没有成功',
  all: '全选',
  restoreChosen: '恢复选中的 {n} 条',
  anyKind: '所有类型',
} as const
