// One action on one record, with the rights and rules of a single change.
import type { Context } from '@main/api/context'
import { archive } from '@main/records/archive'
import type { Entity } from '@main/records/entity'
import { tryEach } from '@main/records/many'
import { seesField } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { selectById } from '@main/records/select'
import { update } from '@main/records/update'
import { type ApiError, fail, fieldMessage } from '@shared/api/errors'
import type { BulkAction, BulkResult } from '@shared/features/bulkEdit/endpoints'
import type { ChangesOf, Fields } from '@shared/fields/field'
import { changesSchema } from '@shared/fields/schemas'
import { type Permission, permissionOf } from '@shared/permissions'

export interface BulkWork {
  entity: Entity
  action: BulkAction
}

/** What one may do at all; dispatch knows only that somebody is signed in. */
export function guardBulk(ctx: Context, entity: Entity, action: BulkAction): void {
  const needed = ['view', 'bulkEdit', actionOf(action)].map((one) => permissionOf(entity.room, one))
  if (!needed.every((permission) => ctx.rights.can(permission))) throw fail('forbidden')
  if (action.kind === 'tags' && !entity.set.fields['tags']) throw fail('invalid', { fields: { tags: 'unknownField' } })
  if (action.kind === 'set') checkChanges(entity, action.changes)
}

export const actionOf = (action: BulkAction): 'update' | 'archive' => (action.kind === 'archive' ? 'archive' : 'update')
export const reachesOf = (entity: Entity, action: BulkAction): readonly Permission[] => [
  permissionOf(entity.room, 'bulkEdit'),
  permissionOf(entity.room, actionOf(action)),
]

/** The same check as an update of one record. */
function checkChanges(entity: Entity, changes: Record<string, unknown>): void {
  const result = changesSchema(entity.set).safeParse(changes)
  if (Object.keys(changes).length === 0) throw fail('invalid', { fields: { changes: 'required' } })
  if (result.success) return
  const fields = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [key, 'unknownField'] as const)
      : [[issue.path.join('.'), fieldMessage(issue.message)] as const],
  )
  throw fail('invalid', { fields: Object.fromEntries(fields) })
}

/** Whether anything became different. */
function applyOne(ctx: Context, entity: Entity, action: BulkAction, id: number): boolean {
  const { version, ...row } = reachable(ctx, entity, id, permissionOf(entity.room, 'bulkEdit'))
  if (action.kind === 'archive') {
    archive(ctx, entity, { id, version })
    return true
  }
  const changes = action.kind === 'set' ? action.changes : { tags: tagsAfter(row['tags'], action) }
  // guardBulk held them against the entity's own schema
  return update(ctx, entity, { id, version, changes: changes as ChangesOf<Fields> }).version !== version
}

function tagsAfter(now: unknown, { add, remove }: { add: string[]; remove: string[] }): string[] {
  const kept = (Array.isArray(now) ? now.map(String) : []).filter((tag) => !remove.includes(tag))
  return [...new Set([...kept, ...add])]
}

const named = 50

export const emptyResult = (): BulkResult => ({ done: 0, unchanged: 0, refused: 0, refusals: [], changeSetId: null })

/** What is refused is named. `until`: when to stop, in `performance.now()`. */
export function applyTo(
  ctx: Context,
  { entity, action }: BulkWork,
  ids: readonly number[],
  until = Infinity,
): { result: BulkResult; taken: number } {
  const result = emptyResult()
  const taken = tryEach(ctx, ids, (inner, id) => applyOne(inner, entity, action, id), {
    until,
    each(id, outcome) {
      if ('refused' in outcome) addRefusal(ctx, entity, result, id, outcome.refused)
      else if (outcome.made) result.done++
      else result.unchanged++
    },
  })
  return { result, taken }
}

function addRefusal(ctx: Context, entity: Entity, result: BulkResult, id: number, error: ApiError): void {
  result.refused++
  if (result.refusals.length >= named) return
  const [field, why] = Object.entries(error.details.fields ?? {})[0] ?? []
  const code = why ?? error.details.code ?? error.code
  result.refusals.push({ id, label: labelOf(ctx, entity, id, error), code, field: field ?? null })
}

function labelOf(ctx: Context, entity: Entity, id: number, error: ApiError): string {
  if (error.code === 'notFound' || !seesField(ctx, entity.name, entity.labelField)) return ''
  return String(selectById(ctx, entity, id)?.[entity.labelField] ?? '').slice(0, 80)
}

export function addResult(sum: BulkResult, part: BulkResult): void {
  sum.done += part.done
  sum.unchanged += part.unchanged
  sum.refused += part.refused
  sum.refusals.push(...part.refusals.slice(0, named - sum.refusals.length))
}
