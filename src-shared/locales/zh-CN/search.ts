export const search = {
  title: '搜索',
  placeholder: '客户、联系人、电话、跟进内容；拼音首字母也行',
  placeholderShort: '客户、联系人、电话',
  recent: '最近打开',
  actions: '命令',
  pages: '页面',
  groups: { customers: '客户', contacts: '联系人', followUps: '跟进记录' },
  searching: '正在找“{text}”…',
  nothing: '没有找到“{text}”',
  nothingHint: '换一个字、电话后四位或拼音首字母试试。',
  createNamed: '新建客户“{text}”',
  hint: { open: '打开', follow: '写跟进', move: '移动' },
} as const
