// What was found in an edited sheet, kept until its cells are taken: the page says only which ones, never what they hold.
import { randomBytes } from 'node:crypto'
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { fail } from '@shared/api/errors'
import type { EditedList } from '@shared/features/importExport/sheetEdits'

export interface KeptRow {
  line: number
  label: string
  /** Whoever takes it was told that such a one is there. */
  exists: boolean
  /** Null: to be created. */
  record: { id: number; version: number } | null
  /** field → value, only what may be taken. */
  values: Map<string, unknown>
}

interface Kept {
  personId: number
  list: EditedList
  /** By their place; without those that were taken. */
  rows: Map<number, KeptRow>
}

const most = 10
const kept = new WeakMap<Db, Map<string, Kept>>()

export function keepComparison(ctx: Context, list: EditedList, rows: KeptRow[]): string {
  const all = kept.get(ctx.db) ?? new Map<string, Kept>()
  kept.set(ctx.db, all)
  const name = randomBytes(18).toString('base64url')
  all.set(name, { personId: ctx.user.id, list, rows: new Map(rows.entries()) })
  for (const oldest of all.keys()) if (all.size > most) all.delete(oldest)
  return name
}

/** @throws ApiError notFound: forgotten, taken already, or another person's */
export function findComparison(ctx: Context, name: string): Kept {
  const found = kept.get(ctx.db)?.get(name)
  if (!found || found.personId !== ctx.user.id) throw fail('notFound')
  return found
}
