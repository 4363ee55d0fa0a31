// The plan of an undo for one record: what goes back, what stays and why. Reading only.
import type { Context } from '@main/api/context'
import type { FieldDiff } from '@main/api/changeSets'
import type { Entity, StoredRow } from '@main/records/entity'
import { restrictedFields, seesField } from '@main/records/masks'
import { visibleIds, within } from '@main/records/read'
import { guardReferences } from '@main/records/references'
import { selectById } from '@main/records/select'
import { ApiError } from '@shared/api/errors'
import type { SkipReason, UndoItem } from '@shared/features/changeSets/endpoints'
import { type Permission, permissionOf, roomActions } from '@shared/permissions'
import { type Effect, effectOn, othersSince } from './effects'
import { fieldNow, isAsLeft } from './fieldNow'
import { isUsed } from './references'

/** What a preview has planned so far; an undo under way sees it in the tables instead. */
export interface Planned {
  leaving: Set<string>
  returning: Set<string>
}

export interface UndoPlan {
  item: UndoItem
  /** Null when nothing is to be done. */
  work: { entity: Entity; row: StoredRow; diff: FieldDiff; archive: boolean | null } | null
}

/** Rooms without rights of their own for each action are managed as a whole. */
function permissionFor(entity: Entity, action: 'view' | 'update' | 'archive' | 'share'): Permission {
  const known: readonly string[] = roomActions[entity.room]
  return permissionOf(entity.room, known.includes(action) ? action : 'manage')
}

const skipped = (item: UndoItem, field: string, reason: SkipReason): void => void item.skipped.push({ field, reason })

export function planUndo(ctx: Context, setId: number, effect: Effect, planned: Planned): UndoPlan {
  const entity = ctx.services.entities.find(effect.entity)
  const action = effect.created ? 'archive' : effect.archived ? (effect.archived[1] ? 'restore' : 'archive') : 'update'
  const item: UndoItem = {
    entity: effect.entity,
    recordId: effect.recordId,
    label: '',
    action,
    fields: [],
    skipped: [],
  }
  const none = { item, work: null }
  const row = entity && selectById(ctx, entity, effect.recordId)
  if (!entity || !row) {
    skipped(item, 'record', 'gone')
    return none
  }
  const takenBack = mayTakeBack(ctx, setId, entity, row)
  if (!takenBack && !inSight(ctx, entity, row, planned)) {
    skipped(item, 'record', parentIsGone(ctx, entity, row) ? 'gone' : 'notAllowed')
    return none
  }
  item.label = seesField(ctx, entity.name, entity.labelField) ? String(row[entity.labelField] ?? '').slice(0, 80) : ''
  const archive = action === 'update' ? null : planArchive(ctx, setId, { entity, row, effect, item, planned })
  const diff = effect.created ? {} : planFields(ctx, { entity, row, effect, item, planned, takenBack })
  // what was only read is not named as an archive or restore
  if (archive === null && action !== 'update' && item.fields.length > 0) item.action = 'update'
  return archive === null && item.fields.length === 0 ? none : { item, work: { entity, row, diff, archive } }
}

interface Planning {
  entity: Entity
  row: StoredRow
  effect: Effect
  item: UndoItem
  planned: Planned
  /** Reach was tested by the room whose command took it out of sight. */
  takenBack?: boolean
  /** Records whose leaving is being asked about. */
  asked?: ReadonlySet<string>
}

const nameOf = (entity: { name: string }, id: number): string => `${entity.name}/${id}`

/** Records with a rule of their own ask for no right of their room. */
const mayEver = (ctx: Context, entity: Entity, permission: Permission): boolean =>
  entity.scope.by === 'rule' || ctx.rights.can(permission)

function inSight(ctx: Context, entity: Entity, row: StoredRow, planned: Planned): boolean {
  if (!mayEver(ctx, entity, permissionFor(entity, 'view'))) return false
  return parentReturns(entity, row, planned) || visibleIds(ctx, entity, [row.id]).length > 0
}

/** Its reach was tested when its own return was planned. */
const parentReturns = ({ scope }: Entity, row: StoredRow, planned: Planned): boolean =>
  scope.by === 'parent' && planned.returning.has(`${scope.entity}/${Number(row[scope.field])}`)

const mayTakeBack = (ctx: Context, setId: number, { name }: Entity, { id }: StoredRow): boolean =>
  ctx.services.reactions.some((one) => one.entity === name && one.mayTakeBack?.(ctx, setId, id) === true)

function parentIsGone(ctx: Context, { scope }: Entity, row: StoredRow): boolean {
  if (scope.by !== 'parent') return false
  const kind = ctx.services.entities.get(scope.entity)
  const parent = selectById(ctx, kind, Number(row[scope.field]))
  // of a parent out of sight nothing is told
  if (parent && visibleIds(ctx, kind, [parent.id]).length === 0) return false
  return !parent || parent.archivedAt !== null
}

const inReach = (ctx: Context, { entity, row, planned, takenBack }: Planning, permission: Permission): boolean =>
  takenBack === true ||
  (mayEver(ctx, entity, permission) && (parentReturns(entity, row, planned) || within(ctx, entity, row.id, permission)))

/** true: archive it; false: restore it; null: neither, and the item says why. */
function planArchive(ctx: Context, setId: number, planning: Planning): boolean | null {
  const { entity, row, effect, item, planned } = planning
  const leaves = item.action === 'archive'
  const reason = leaves ? whyStays(ctx, setId, planning) : row.archivedAt === null ? 'editedSince' : null
  const refused = reason ?? (inReach(ctx, planning, permissionFor(entity, 'archive')) ? null : 'notAllowed')
  if (refused) {
    skipped(item, 'record', refused)
    return null
  }
  const list = leaves ? planned.leaving : planned.returning
  list.add(nameOf(entity, effect.recordId))
  return leaves
}

function whyStays(ctx: Context, setId: number, planning: Planning): SkipReason | null {
  const { entity, row, effect } = planning
  if (row.archivedAt !== null) return 'gone'
  const others = othersSince(ctx.db, setId, effect)
  if (others.archived || Object.keys(others.fields).length > 0) return 'editedSince'
  const asked = new Set([...(planning.asked ?? []), nameOf(entity, row.id)])
  const leaves = (from: Entity, id: number): boolean => alsoLeaves(ctx, setId, { ...planning, asked }, { from, id })
  return isUsed(ctx, entity, row.id, effect.created ? { leaves } : { leaves, createdAfter: effect.last })
    ? 'usedSince'
    : null
}

/** Records made together may point to each other in a circle: who is asked already does not hold the others back. */
function alsoLeaves(
  ctx: Context,
  setId: number,
  { planned, asked, item }: Planning,
  { from, id }: { from: Entity; id: number },
): boolean {
  const name = nameOf(from, id)
  if (planned.leaving.has(name) || asked?.has(name)) return true
  const effect = effectOn(ctx.db, setId, from.name, id)
  const row = effect.created ? selectById(ctx, from, id) : undefined
  if (!row || !inSight(ctx, from, row, planned)) return false
  const planning: Planning = { entity: from, row, effect, item, planned, ...(asked ? { asked } : {}) }
  return whyStays(ctx, setId, planning) === null && inReach(ctx, planning, permissionFor(from, 'archive'))
}

/** The fields that go back, now → then. */
function planFields(ctx: Context, planning: Planning): FieldDiff {
  const { entity, row, effect, item } = planning
  const diff: FieldDiff = {}
  for (const [field, [before, after]] of Object.entries(effect.fields)) {
    // what the viewer does not see whole is not told of, and stays
    if (!seesField(ctx, entity.name, field)) continue
    const now = fieldNow(ctx, entity, row, field)
    const reason = whyKept(ctx, planning, field, { now, before, after })
    if (reason) skipped(item, field, reason)
    else {
      diff[field] = [now, before]
      item.fields.push({ field, from: now, to: before })
    }
  }
  return diff
}

function whyKept(
  ctx: Context,
  planning: Planning,
  key: string,
  { now, before, after }: { now: unknown; before: unknown; after: unknown },
): SkipReason | null {
  const { entity } = planning
  const field = entity.set.fields[key]
  if (!isAsLeft(entity, key, now, after)) return 'editedSince'
  if (goesBackTo(ctx, planning, key, before)) return null
  const permission = permissionFor(entity, key.startsWith('access.') ? 'share' : 'update')
  if (!inReach(ctx, planning, permission) || Object.hasOwn(restrictedFields(ctx, entity), key)) return 'notAllowed'
  // comes back with this undo: its reach was tested when its own return was planned
  if (field?.kind === 'reference' && planning.planned.returning.has(`${field.entity}/${Number(before)}`)) return null
  return field ? whyNotPointed(ctx, entity, key, before, permission) : null
}

/** What hangs on a record went with it to another one: it goes back as the record does, whoever wrote it. */
function goesBackTo(ctx: Context, { entity, row, planned }: Planning, key: string, before: unknown): boolean {
  if (!entity.about || key !== 'recordId' || typeof before !== 'number') return false
  const carrier = ctx.services.entities.find(String(row['entity']))
  if (!carrier) return false
  if (planned.returning.has(nameOf(carrier, before))) return true
  const there = selectById(ctx, carrier, before)
  return there?.archivedAt === null && within(ctx, carrier, before, permissionFor(carrier, 'update'))
}

function whyNotPointed(
  ctx: Context,
  entity: Entity,
  key: string,
  before: unknown,
  permission: Permission,
): SkipReason | null {
  const field = entity.set.fields[key]
  if (typeof before !== 'number' || (field?.kind !== 'reference' && field?.kind !== 'person')) return null
  const target = ctx.services.entities.find(field.kind === 'person' ? 'people' : (field.entity ?? ''))
  const found = target && selectById(ctx, target, before)
  if (!found || found.archivedAt !== null) return 'gone'
  try {
    guardReferences(ctx, entity, { [key]: before }, permission)
    return null
  } catch (error) {
    if (error instanceof ApiError) return 'notAllowed'
    throw error
  }
}
