export const peopleRecord = {
  one: 'person',
  fields: {
    name: 'Name',
    departmentId: 'Department',
    superiorId: 'Superior',
    position: 'Position',
    phone: 'Phone',
    mail: 'Mail',
    hiredOn: 'Hired',
    leftOn: 'Left',
    disabled: 'Disabled',
    roleIds: 'Roles',
    assistantId: 'Assistant',
    login: 'Login',
    createdAt: 'Created',
    updatedAt: 'Changed',
  },
  groups: {},
  choices: {},
} as const

export const departmentsRecord = {
  one: 'department',
  fields: {
    name: 'Name',
    parentId: 'Parent department',
    headId: 'Head',
    actingHeadId: 'Acting head',
    sort: 'Order',
    createdAt: 'Created',
    updatedAt: 'Changed',
  },
  groups: {},
  choices: {},
} as const
