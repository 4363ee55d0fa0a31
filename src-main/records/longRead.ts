// Statements that go through much of a large office, e.g. what everybody did this week: then the reading thread answers,
// so that the host serves others meanwhile.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from './entity'
import { recordsAbout, shareInSight } from './scope'

/** Of more records than this the host's own thread goes through no large part. */
const readHere = 20_000

export const isLong = (ctx: Context, entity: Entity): boolean => recordsAbout(ctx, entity) > readHere

/**
 * The rows of a statement over `entity`; for answers of few rows. It must hold the viewer's scope like any other.
 * @example const rows = await longRead<{ n: number }>(ctx, customers, `SELECT count(*) n FROM customers t WHERE ${seen.sql}`, seen.params)
 */
export async function longRead<R>(ctx: Context, entity: Entity, sql: string, params: unknown[]): Promise<R[]> {
  const here = (): R[] => statement<unknown[], R>(ctx.db, sql).all(...params)
  // what a statement holding the viewer's scope goes through is about what the viewer sees
  if (recordsAbout(ctx, entity) * shareInSight(ctx, entity) <= readHere) return here()
  try {
    return await ctx.services.reader.all<R>(sql, params)
  } catch (error) {
    ctx.services.log.warn('read by the host itself', { path: ctx.path, why: String(error) })
    return here()
  }
}
