// What a room gives to the whole: pages, menu entries, commands, dialogs, tabs on other rooms' records.
// A room says it in features/<room>/index.ts, features.ts lists the rooms, and nobody imports another room.
import { inject, provide, type Component, type InjectionKey } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { ApiError } from '@shared/api/errors'
import type { PickedFile } from '@shared/desktop'
import type { TextKey } from '@shared/locales/messages'
import type { TaskLine } from '@shared/features/tasks/endpoints'
import type { Permission } from '@shared/permissions'
import type { PaperKind } from '@shared/printing/kinds'
import type { Paper, PaperOrder } from '@shared/printing/order'

export type MenuGroup = 'work' | 'trade' | 'service' | 'manage'
export const menuGroups: readonly MenuGroup[] = ['work', 'trade', 'service', 'manage']

export interface MenuEntry {
  to: string
  titleKey: TextKey
  order: number
  group: MenuGroup
  icon: Component
  permission?: Permission
  /** The letter after G. */
  goKey?: string
  /** Whether it is offered at all, where no right says so; called inside setup. */
  useShown?: () => { readonly value: boolean }
  /** Shows a number beside the entry; called inside setup. */
  useCount?: () => { readonly value: number | undefined }
}

/** A page of the settings, in their side list. */
export interface SettingsEntry {
  to: string
  titleKey: TextKey
  order: number
  permission?: Permission
}

/** A command of the search palette. */
export interface PaletteAction {
  titleKey: TextKey
  permission?: Permission
  /** Further words it is found by, e.g. pinyin: 'xjkh new'. */
  words: string
  /** A page, or a dialog by name. */
  to?: string
  dialog?: DialogName
  shortcut?: string
  /** Offered by the 新建 button too. */
  creates?: boolean
}

/** A tab on the page of a record of `entity`; the component gets the props `id` and `record`. */
export interface RecordTab {
  entity: string
  key: string
  titleKey: TextKey
  order: number
  permission?: Permission
  component: Component
}

/** Dialogs that any room may open by name, with the props they take. */
export interface DialogProps {
  'customers.create': { name?: string }
  'contacts.edit': { id?: number; customerId?: number; customerName?: string }
  'followUps.write': { customerId?: number; customerName?: string; contactId?: number; id?: number }
  /** `file`: dropped already. */
  'importExport.edits': { file?: PickedFile }
  'duplicates.merge': { keepId: number; goneId: number }
  'pasting.open': { text?: string }
  'ties.parent': { customerId: number; parentId: number | null }
  'ties.referral': { customerId: number }
  'ties.relation': { customerId: number; contactId?: number }
  'search.open': { text?: string }
  'auth.password': object
  'customers.team': { id: number }
  /** `make` asks the host for the paper; every making is logged as a print. */
  'print.paper': {
    kind: PaperKind
    make: (order: PaperOrder) => Promise<Paper | undefined>
    /** Why the last making failed. */
    failure: () => ApiError | null
  }
  'customers.changeOwner': { id: number; version: number; name: string; ownerId: number | null }
  'contacts.replace': { id: number }
  'tasks.edit': { line?: TaskLine; about?: { entity: string; id: number } }
}
export type DialogName = keyof DialogProps

/** Places on other rooms' pages that a room fills. */
export type PartName =
  | 'customers.composer'
  | 'shell.backup'
  | 'shell.paste'
  | 'duplicates.notice'
  | 'shell.bell'
  | 'today.tasks'
  | 'today.start'
  | 'records.comments'
  | 'records.attachments'
  | 'records.drop'
  | 'customers.comments'
  | 'customers.notice'

export interface RoomPages {
  routes?: RouteRecordRaw[]
  menu?: MenuEntry[]
  settings?: SettingsEntry[]
  actions?: PaletteAction[]
  tabs?: RecordTab[]
  dialogs?: Partial<Record<DialogName, Component>>
  parts?: Partial<Record<PartName, Component>>
}

export interface Rooms {
  routes: RouteRecordRaw[]
  menu: MenuEntry[]
  settings: SettingsEntry[]
  actions: PaletteAction[]
  tabs: RecordTab[]
  dialogs: Partial<Record<DialogName, Component>>
  parts: Partial<Record<PartName, Component>>
}

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order

export const gather = (rooms: readonly RoomPages[]): Rooms => ({
  routes: rooms.flatMap((room) => room.routes ?? []),
  menu: rooms.flatMap((room) => room.menu ?? []).sort(byOrder),
  settings: rooms.flatMap((room) => room.settings ?? []).sort(byOrder),
  actions: rooms.flatMap((room) => room.actions ?? []),
  tabs: rooms.flatMap((room) => room.tabs ?? []).sort(byOrder),
  dialogs: Object.assign({}, ...rooms.map((room) => room.dialogs)),
  parts: Object.assign({}, ...rooms.map((room) => room.parts)),
})

const key: InjectionKey<Rooms> = Symbol('rooms')
export const provideRooms = (rooms: Rooms): void => provide(key, rooms)

/** The gathered rooms; inside setup. */
export function useRooms(): Rooms {
  const rooms = inject(key)
  if (!rooms) throw new Error('App.vue provides the rooms')
  return rooms
}
