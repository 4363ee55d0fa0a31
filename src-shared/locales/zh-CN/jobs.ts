/** Long work and how far it is. */
export const jobs = {
  steps: {
    reading: '读取文件',
    matching: '和现有客户比对',
    trying: '试一遍',
    backup: '先做一份备份',
    writing: '写入',
    errorFile: '写出没导入的行',
    changing: '修改',
    exporting: '导出',
    demo: '准备示例公司',
    comparing: '逐对比较',
  },
} as const
