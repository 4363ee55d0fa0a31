// What has lain in the recycle bin for 30 days goes for good: with all that hangs on it and its old values,
// but never what something else still points to.
import { breath } from '@main/jobs/rest'
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { statement } from '@main/database/statements'
import { recycleBinDays } from '@main/records/archive'
import { keptForGood } from '@main/records/belongings'
import { columnOf, type Entity } from '@main/records/entity'
import { pointersTo } from '@main/records/references'
import { startOfDay } from '@shared/dates'
import { purgeable } from './bin'

interface Going {
  entity: Entity
  id: number
}
interface Place {
  archivedAt: number
  id: number
}
interface Chunk {
  next: Place | null
  purged: number
}

const recordsAChunk = 50
const start: Place = { archivedAt: 0, id: 0 }

/** Gives the number of records gone. Others are served between the chunks. */
export async function purgeRecycleBin(host: Dispatcher, signal: AbortSignal): Promise<number> {
  const before = startOfDay(host.clock(), -recycleBinDays)
  // kinds are registered parents first: what points to a record goes before it
  const kinds = purgeable(host.services.entities.all()).reverse()
  if (!kinds.some((kind) => oldIn(host, kind, before, start).length > 0)) return 0
  await host.services.backups?.create('beforeBulk')
  let purged = 0
  for (const kind of kinds)
    for (let at: Place | null = start; at !== null && !signal.aborted;) {
      const chunk = purgeChunk(host, kind, before, at)
      at = chunk.next
      purged += chunk.purged
      await breath()
    }
  return purged
}

const oldIn = (house: House, { name, table }: Entity, before: number, after: Place): Place[] =>
  statement<number[], Place>(
    house.db,
    `SELECT archived_at archivedAt, id FROM ${table} t WHERE archived_at < ? AND (archived_at, id) > (?, ?) AND NOT ${keptForGood(house, name)} ORDER BY archived_at, id LIMIT ${recordsAChunk}`,
  ).all(before, after.archivedAt, after.id)

function purgeChunk(host: Dispatcher, kind: Entity, before: number, after: Place): Chunk {
  const old = oldIn(host, kind, before, after)
  const going = old
    .map(({ id }) => withWhatHangsOn(host, { entity: kind, id }))
    .filter((all) => !pointedToFromOutside(host, all))
  if (going.length > 0) writeAsHost(host, 'recycleBin.purge', (ctx) => purge(ctx, going.flat()))
  return { next: old.length < recordsAChunk ? null : (old.at(-1) ?? null), purged: going.flat().length }
}

type House = Pick<Context, 'db' | 'services'>

function withWhatHangsOn(house: House, root: Going): Going[] {
  const hanging = house.services.entities.all().flatMap((entity) => {
    const isChild = entity.scope.by === 'parent' && entity.scope.entity === root.entity.name
    if (!isChild && !entity.about) return []
    const column = entity.scope.by === 'parent' ? columnOf(entity.scope.field) : 'record_id'
    const about = isChild ? '' : ` AND entity = '${root.entity.name}'`
    const sql = `SELECT id FROM ${entity.table} WHERE ${column} = ?${about}`
    return statement<[number], { id: number }>(house.db, sql)
      .all(root.id)
      .flatMap(({ id }) => withWhatHangsOn(house, { entity, id }))
  })
  return [...hanging, root]
}

function pointedToFromOutside(house: House, all: readonly Going[]): boolean {
  const inside = new Set(all.map(({ entity, id }) => `${entity.name}/${id}`))
  return all.some(({ entity, id }) =>
    pointersTo(house, entity).some(({ from, column, and }) =>
      statement<[number], { id: number }>(house.db, `SELECT id FROM ${from.table} WHERE ${column} = ?${and}`)
        .all(id)
        .some((row) => !inside.has(`${from.name}/${row.id}`)),
    ),
  )
}

/** Names of records kept in the audit row; the counts are whole. */
const named = 100

function purge(ctx: Context, going: readonly Going[]): void {
  const counts: Record<string, number> = {}
  for (const { entity, id } of going) {
    counts[entity.name] = (counts[entity.name] ?? 0) + 1
    statement(ctx.db, `DELETE FROM ${entity.table} WHERE id = ?`).run(id)
    for (const table of ['record_access', 'stars', 'changes'])
      statement(ctx.db, `DELETE FROM ${table} WHERE entity = ? AND record_id = ?`).run(entity.name, id)
    ctx.services.search.indexRecord(ctx, entity.name, id)
    ctx.publish(entity.name, id)
  }
  ctx.publish('recycleBin')
  ctx.about('recycleBin', null, {
    counts,
    records: going.slice(0, named).map(({ entity, id }) => `${entity.name}/${id}`),
  })
}
