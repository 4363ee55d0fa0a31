// Who may do what is said in actions of rooms, how far in data scopes, and which columns in field rights.

export const dataScopes = ['own', 'ownAndBelow', 'department', 'departmentAndBelow', 'all'] as const
/** 本人, 本人及下属, 本部门, 本部门及下属, 全部 */
export type DataScope = (typeof dataScopes)[number]

const recordActions = ['view', 'create', 'update', 'archive', 'export', 'print', 'bulkEdit', 'import', 'share'] as const

/** Every action that a role can grant, by room. */
export const roomActions = {
  customers: recordActions,
  contacts: recordActions,
  followUps: recordActions,
  organization: ['view', 'manage'],
  roles: ['view', 'manage'],
  changeSets: ['view', 'undo'],
  recycleBin: ['view', 'restore'],
  auditLog: ['view'],
  backup: ['view', 'manage'],
  settings: ['manage'],
  pool: ['view', 'claim', 'return', 'assign', 'lock', 'manage'],
  handovers: ['manage'],
  values: ['manage'],
  periodicLists: ['view', 'manage'],
  dataQuality: ['view', 'manage'],
  duplicates: ['view', 'scan', 'merge'],
  printTemplates: ['view', 'create', 'update', 'archive'],
} as const satisfies Record<string, readonly string[]>

type RoomActions = typeof roomActions
export type Room = keyof RoomActions
export type Permission = { [R in Room]: `${R}.${RoomActions[R][number]}` }[Room]

/** Rooms whose records have an owner, so a scope means something. */
export const scopedRooms = ['customers', 'contacts', 'followUps'] as const

export const fieldRights = ['hidden', 'masked', 'readOnly'] as const
export type FieldRight = (typeof fieldRights)[number]

/** What holds more of the same as another field: kept from people at least as far. */
export const fieldsAlong: Partial<Record<Room, Readonly<Record<string, string>>>> = {
  customers: { otherPhones: 'phone', otherMails: 'mail' },
  contacts: { otherPhones: 'phone', otherMails: 'mail' },
}

/** The permission of an action of a room. Every room whose records the engine keeps has the actions it asks for. */
export const permissionOf = (room: Room, action: string): Permission =>
  // `room.action` is a Permission when the room has the action; a role that lacks it answers no
  `${room}.${action}` as Permission

export const allPermissions: readonly Permission[] = Object.entries(roomActions).flatMap(([room, actions]) =>
  // the pairs are exactly those of the type
  // the keys of roomActions are the rooms
  actions.map((action) => permissionOf(room as Room, action)),
)
