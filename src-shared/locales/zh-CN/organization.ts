export const peopleRecord = {
  one: '人员',
  fields: {
    name: '姓名',
    departmentId: '部门',
    superiorId: '上级',
    position: '职位',
    phone: '电话',
    mail: '邮箱',
    hiredOn: '入职日期',
    leftOn: '离职日期',
    disabled: '停用',
    roleIds: '角色',
    assistantId: '助理',
    login: '登录名',
    createdAt: '建立时间',
    updatedAt: '修改时间',
  },
  groups: {},
  choices: {},
} as const

export const departmentsRecord = {
  one: '部门',
  fields: {
    name: '部门名称',
    parentId: '上级部门',
    headId: '负责人',
    actingHeadId: '代理负责人',
    sort: '次序',
    createdAt: '建立时间',
    updatedAt: '修改时间',
  },
  groups: {},
  choices: {},
} as const
