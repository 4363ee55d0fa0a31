// An entity is a kind of record the engine keeps: its fields, its table, who may see its rows, what follows a write.
import type { Context } from '@main/api/context'
import type { FieldDiff, ChangeAction } from '@main/api/changeSets'
import type { Field, FieldSet, Fields } from '@shared/fields/field'
import type { Permission, Room } from '@shared/permissions'

/** A stored row by field key, before masks. */
export type StoredRow = Record<string, unknown> & {
  id: number
  version: number
  archivedAt: number | null
  custom: Record<string, unknown>
}

export type RowScope =
  /** The record has an owner (`ownerId`). */
  | { by: 'owner' }
  /** Seen by whoever sees the record this field points to. */
  | { by: 'parent'; entity: string; field: string }
  /** Everybody with the room's right. */
  | { by: 'office' }
  /** Seen as long as nobody owns it, by everybody with the room's right. */
  | { by: 'nobody' }
  /** By a rule of the room itself, e.g. as the record it hangs on; no right of the room is asked. */
  | { by: 'rule'; rows(ctx: Context, reach: 'read' | Permission, alias: string): Sql }

/** What a field repeats or is reckoned from; without a field: that there are such records at all. */
export interface Mirror {
  entity: string
  field?: string
}

export interface EntityHooks {
  /** May add to or refuse the values of a new record. */
  beforeCreate?(ctx: Context, values: Record<string, unknown>): void
  /** May add to or refuse the changes. */
  beforeUpdate?(ctx: Context, row: StoredRow, changes: Record<string, unknown>): void
  beforeArchive?(ctx: Context, row: StoredRow): void
  /** After any write of the record, undo included; keeps what is reckoned from it right. */
  afterWrite?(
    ctx: Context,
    write: { action: ChangeAction; id: number; row: StoredRow; before: StoredRow | null; diff: FieldDiff },
  ): void
}

export interface Entity<F extends Fields = Fields> {
  name: string
  /** Whose rights guard it. */
  room: Room
  set: FieldSet<F>
  table: string
  scope: RowScope
  /** Field by which it is named in lists and messages. */
  labelField: string
  /** How lists stand when nothing is said. */
  defaultSort: { field: string; direction: 'asc' | 'desc' }
  /** Computed fields without a column: SQL over alias `t`; `:me` is the viewer's id. */
  expressions?: Record<string, string>
  /** Fields that repeat what stands elsewhere: seen only by whoever sees it there, for every record they see here. */
  mirrors?: Record<string, Mirror | readonly Mirror[]>
  /** The entity whose field rights hold here too; for a second look at the same table. */
  rightsOf?: string
  /** Hangs on a record of any kind by its fields `entity` and `recordId`. */
  about?: boolean
  /** Others may hang on it, although a rule of its own says who sees it. */
  carries?: boolean
  /** Whether new records without an owner get their maker as owner. */
  ownerDefaultsToMaker?: boolean
  hooks?: EntityHooks
  /** How words typed above a list find its rows; without it only the label is looked at. */
  matches?(ctx: Context, words: string): WordsMatch
}

interface Sql {
  sql: string
  params: unknown[]
}

/** What the words above a list match. */
export interface WordsMatch {
  /** The records as `t` from their index: all that match, and perhaps a few more. */
  source: { from: string; where: Sql }
  /** Whether a row `t` matches. */
  test: Sql
  /** The source gives what matches and no more: its rows need no test. */
  exact: boolean
  /** About how many the source gives. */
  offered: number
}

export interface EntityRegistry {
  get(name: string): Entity
  find(name: string): Entity | undefined
  all(): readonly Entity[]
}

/** `looks`: second looks at tables of the entities; found by name, but nothing of their own. */
export function createEntityRegistry(entities: readonly Entity[], looks: readonly Entity[] = []): EntityRegistry {
  const byName = new Map([...entities, ...looks].map((entity) => [entity.name, entity]))
  return {
    get(name) {
      const found = byName.get(name)
      if (!found) throw new Error(`no entity ${name}`)
      return found
    },
    find: (name) => byName.get(name),
    all: () => entities,
  }
}

/** camelCase field → snake_case column. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Fields that have a column of their own. */
export const storedFields = (entity: Entity): [string, Field][] =>
  Object.entries(entity.set.fields).filter(([key]) => !entity.expressions?.[key])

declare module '@main/api/context' {
  interface Services {
    entities: EntityRegistry
  }
}
