// What hangs on a record, so that all of it can move to another one: kinds of record say it by their reference fields,
// everything else has a line in features.ts. tests/laws/belongings.test.ts finds what is missing.
import type { Context } from '@main/api/context'
import { columnOf, type Entity, storedFields, type StoredRow } from './entity'
import { selectRows } from './select'
import { changeRow } from './write'

/** A table of no records that names them. */
export interface Belonging {
  table: string
  /** Moves its rows by SQL (an undo leaves them there); without it they stay, and `why` says why. */
  move?(ctx: Context, kind: string, from: number, to: number): void
  why?: string
  /** Archived records of this kind that never go for good: a condition on `t`. */
  keeps?: { kind: string; sql: string }
  /** Records whose history is read with this one's. */
  absorbed?(ctx: Pick<Context, 'db'>, kind: string, id: number): number[]
}

interface Hanging {
  entity: Entity
  field: string
  rows: StoredRow[]
}

/** Records that point to this one, those in the recycle bin too: it may be taken out again. */
function pointing(ctx: Context, target: Entity, id: number): Hanging[] {
  const found: Hanging[] = []
  for (const entity of ctx.services.entities.all())
    for (const [key, field] of storedFields(entity))
      if (field.kind === 'reference' && field.entity === target.name) {
        const rows = selectRows(ctx, entity, { sql: `t.${columnOf(key)} = ?`, params: [id] })
        if (rows.length > 0) found.push({ entity, field: key, rows })
      }
  return found
}

/** Comments, tasks, files: they name it by its kind and id. */
function naming(ctx: Context, target: Entity, id: number): Hanging[] {
  return ctx.services.entities.all().flatMap((entity): Hanging[] => {
    if (!entity.about) return []
    const rows = selectRows(ctx, entity, { sql: 't.entity = ? AND t.record_id = ?', params: [target.name, id] })
    return rows.length > 0 ? [{ entity, field: 'recordId', rows }] : []
  })
}

/** How many living records of each kind would move. */
export function countHanging(ctx: Context, target: Entity, id: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { entity, rows } of [...pointing(ctx, target, id), ...naming(ctx, target, id)]) {
    const living = rows.filter((row) => row.archivedAt === null).length
    if (living > 0) counts[entity.name] = (counts[entity.name] ?? 0) + living
  }
  return counts
}

/** Superiors after those below them: taken back in the opposite order, each finds its superior there already. */
function lowestFirst({ entity, rows }: Hanging): StoredRow[] {
  const above = storedFields(entity).find(
    ([, field]) => field.kind === 'reference' && field.entity === entity.name,
  )?.[0]
  if (above === undefined) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  const depth = (row: StoredRow | undefined, steps = 0): number =>
    row === undefined || steps > rows.length ? 0 : 1 + depth(byId.get(Number(row[above])), steps + 1)
  return [...rows].sort((a, b) => depth(b) - depth(a))
}

/**
 * Moves everything from one record to another of its kind, past the rules of each single move: the two are one.
 * What belongs to what moves goes first, so that an undo, backwards, finds everything in its place. Gives how many moved.
 */
export function moveBelongings(ctx: Context, target: Entity, from: number, to: number): number {
  let moved = 0
  for (const hanging of [...naming(ctx, target, from), ...pointing(ctx, target, from)].reverse())
    for (const row of lowestFirst(hanging)) {
      // one that points to where all of it goes would point to itself
      const value = hanging.entity === target && row.id === to ? null : to
      changeRow(ctx, hanging.entity, row, { [hanging.field]: [from, value] })
      moved++
    }
  for (const { move } of ctx.services.belongings) move?.(ctx, target.name, from, to)
  return moved
}

type House = Pick<Context, 'db' | 'services'>

/** Condition on `t` for archived records of a kind that never go for good. */
export const keptForGood = ({ services }: Pick<Context, 'services'>, kind: string): string => {
  const kept = services.belongings.flatMap(({ keeps }) => (keeps?.kind === kind ? [keeps.sql] : []))
  return kept.length > 0 ? `(${kept.join(' OR ')})` : '0'
}

/** The record and those that went up in it. */
export const withAbsorbed = (house: House, kind: string, id: number): number[] => [
  id,
  ...house.services.belongings.flatMap(({ absorbed }) => absorbed?.(house, kind, id) ?? []),
]

declare module '@main/api/context' {
  interface Services {
    belongings: readonly Belonging[]
  }
}
