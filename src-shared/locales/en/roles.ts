export const rolesRecord = {
  one: 'role',
  fields: {
    name: 'Name',
    note: 'Note',
    builtIn: 'Ready-made',
    grants: 'Rights',
    fieldRights: 'Field rights',
    createdAt: 'Created',
    updatedAt: 'Changed',
  },
  groups: {},
  choices: {},
} as const

/** Rooms and actions as they are called in rights. */
export const permissions = {
  rooms: {
    customers: 'Customers',
    contacts: 'Contacts',
    followUps: 'Follow-ups',
    organization: 'Organization',
    roles: 'Roles',
    changeSets: 'Change sets',
    recycleBin: 'Recycle bin',
    auditLog: 'Audit log',
    backup: 'Backup',
    settings: 'Settings',
  },
  actions: {
    view: 'view',
    create: 'create',
    update: 'change',
    archive: 'archive',
    export: 'export',
    print: 'print',
    bulkEdit: 'bulk edit',
    import: 'import',
    share: 'share',
    manage: 'manage',
    undo: 'undo',
    restore: 'restore',
  },
  scopes: {
    own: 'Own',
    ownAndBelow: 'Own and below',
    department: 'Department',
    departmentAndBelow: 'Department and below',
    all: 'All',
  },
  fieldRights: { hidden: 'Hidden', masked: 'Masked', readOnly: 'Read only' },
} as const
