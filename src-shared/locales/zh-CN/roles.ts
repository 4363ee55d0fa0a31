export const rolesRecord = {
  one: '角色',
  fields: {
    name: '角色名称',
    note: '说明',
    builtIn: '预置',
    grants: '权限',
    fieldRights: '字段权限',
    createdAt: '建立时间',
    updatedAt: '修改时间',
  },
  groups: {},
  choices: {},
} as const

/** Rooms and actions as they are called in rights. */
export const permissions = {
  rooms: {
    customers: '客户',
    contacts: '联系人',
    followUps: '跟进记录',
    organization: '组织',
    roles: '角色权限',
    changeSets: '变更集',
    recycleBin: '回收站',
    auditLog: '操作记录',
    backup: '备份',
    settings: '设置',
  },
  actions: {
    view: '查看',
    create: '新建',
    update: '修改',
    archive: '归档',
    export: '导出',
    print: '打印',
    bulkEdit: '批量修改',
    import: '导入',
    share: '共享',
    manage: '管理',
    undo: '撤销',
    restore: '恢复',
  },
  scopes: {
    own: '本人',
    ownAndBelow: '本人及下属',
    department: '本部门',
    departmentAndBelow: '本部门及下属',
    all: '全部',
  },
  fieldRights: { hidden: '看不到', masked: '只看一部分', readOnly: '只读' },
} as const
