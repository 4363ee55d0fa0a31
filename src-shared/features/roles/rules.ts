// The roles an office starts with. 老板 can do everything; the others are a start and may be changed.
import type { DataScope, FieldRight, Permission, Room } from '@shared/permissions'
import { roomActions } from '@shared/permissions'

export interface BuiltInRole {
  grants: Partial<Record<Permission, DataScope>>
  fieldRights: Record<string, Record<string, FieldRight>>
}

type Grants = BuiltInRole['grants']

function grant(room: Room, scope: DataScope, actions: readonly string[] = roomActions[room]): Grants {
  // the actions are those of the room, by the calls below and the test of this file
  return Object.fromEntries(actions.map((action) => [`${room}.${action}`, scope])) as Grants
}

const desk = ['customers', 'contacts', 'followUps'] as const
const daily = ['view', 'create', 'update', 'archive', 'print', 'share']
const seeing = ['view', 'print']

const onDesk = (scope: DataScope, actions: readonly string[]): Grants =>
  desk.reduce<Grants>((all, room) => ({ ...all, ...grant(room, scope, actions) }), {})

const pairs: Grants = { 'duplicates.view': 'all', 'duplicates.merge': 'all' }

const common: Grants = {
  'organization.view': 'all',
  'changeSets.view': 'own',
  'changeSets.undo': 'own',
  'recycleBin.view': 'own',
  'recycleBin.restore': 'own',
}

export const builtInRoles = {
  owner: { grants: {}, fieldRights: {} },
  manager: {
    grants: {
      ...common,
      ...onDesk('departmentAndBelow', roomActions.customers),
      ...pairs,
      'duplicates.scan': 'all',
      'changeSets.view': 'departmentAndBelow',
      'changeSets.undo': 'departmentAndBelow',
      'recycleBin.view': 'departmentAndBelow',
      'recycleBin.restore': 'departmentAndBelow',
      'auditLog.view': 'departmentAndBelow',
      ...grant('pool', 'departmentAndBelow', ['view', 'claim', 'return', 'assign', 'lock']),
      ...grant('handovers', 'departmentAndBelow'),
      ...grant('periodicLists', 'departmentAndBelow', ['view']),
      ...grant('dataQuality', 'departmentAndBelow', ['view']),
    },
    fieldRights: {},
  },
  rep: {
    grants: {
      ...common,
      ...onDesk('own', [...daily, 'import']),
      ...pairs,
      ...grant('pool', 'own', ['view', 'claim', 'return']),
      ...grant('periodicLists', 'own', ['view']),
      ...grant('dataQuality', 'own', ['view']),
    },
    fieldRights: {},
  },
  service: {
    grants: { ...common, ...onDesk('all', seeing), ...grant('followUps', 'all', daily) },
    fieldRights: { customers: { pastAmount: 'hidden' } },
  },
  finance: { grants: { ...common, ...onDesk('all', [...seeing, 'export']) }, fieldRights: {} },
  admin: {
    grants: {
      ...common,
      ...grant('organization', 'all'),
      ...grant('roles', 'all'),
      ...grant('backup', 'all'),
      ...grant('settings', 'all'),
      ...grant('printTemplates', 'all'),
      ...grant('auditLog', 'all'),
      ...onDesk('all', roomActions.customers),
      ...grant('duplicates', 'all'),
      'changeSets.view': 'all',
      'changeSets.undo': 'all',
      'recycleBin.view': 'all',
      'recycleBin.restore': 'all',
      ...grant('pool', 'all'),
      ...grant('handovers', 'all'),
      ...grant('values', 'all'),
      ...grant('periodicLists', 'all'),
      ...grant('dataQuality', 'all'),
    },
    fieldRights: {},
  },
  /** Enters on behalf of whoever named them; little of their own. */
  assistant: { grants: { ...common, ...onDesk('own', daily) }, fieldRights: {} },
} as const satisfies Record<string, BuiltInRole>

// keys of the value above
export const builtInRoleCodes = Object.keys(builtInRoles) as (keyof typeof builtInRoles)[]

/** What they are called at first; data of the office from then on. */
export const builtInRoleNames: Record<keyof typeof builtInRoles, string> = {
  owner: '老板',
  manager: '销售主管',
  rep: '业务员',
  service: '客服',
  finance: '财务',
  admin: '管理员',
  assistant: '助理',
}

/** A ready-made role that nobody has renamed: it is called in the reader's language. */
export const isReadyMadeName = (builtIn: string, name: string): boolean =>
  Object.entries(builtInRoleNames).some(([code, given]) => code === builtIn && given === name)
