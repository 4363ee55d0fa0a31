// A run is an import at work: its rows in our terms and what was decided for each customer. It lives in memory,
// so that the command which writes a chunk is told row numbers only and nobody outside can slip rows in.
import { randomBytes } from 'node:crypto'
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { ImportOptions } from '@shared/features/importExport/endpoints'
import type { Values } from '@shared/features/importExport/draft'
import type { ProblemCode } from '@shared/features/importExport/problemCode'
import type { FieldWords, Unit } from '@shared/features/importExport/mergeRows'
import type { UnitNotes } from '@shared/features/importExport/unitNotes'
import type { KnownCustomers } from './knownCustomers'
import type { ownerFinder } from './owners'
import { newTally, type Tally } from './tally'
import type { WaitingItems } from './waiting'

/** A record this import has found or made, as it stands now. */
export interface Placed {
  id: number
  version: number
  values: Values
}

export interface UnitState {
  unit: Unit
  notes: UnitNotes
  /** Why none of its rows is imported. */
  refused: ProblemCode | null
  customer: Placed | null
  ownerId: number
  contacts: Map<string, Placed>
  spoken: Set<string>
  changed: boolean
}

export interface Run {
  id: string
  personId: number
  changeSetId: number
  options: ImportOptions
  items: WaitingItems
  /** Of the customer whose rows are being placed: they come one after the other. */
  state: UnitState | null
  known: KnownCustomers
  owners: ReturnType<typeof ownerFinder>
  /** What is told of fields. */
  words: Record<'customers' | 'contacts', FieldWords>
  /** Customers made by this run. */
  made: Set<number>
  /** What the chunk now being written comes to; counted once it is committed. */
  chunk: Tally
  /** How many rows it took. */
  chunkRows: number
  /** Rows not written yet. */
  left: number
  /** How long its rows took, without the commit. */
  chunkMs: number
}

const running = new WeakMap<Db, Map<string, Run>>()
const runsOf = (db: Db): Map<string, Run> => {
  const found = running.get(db) ?? new Map<string, Run>()
  running.set(db, found)
  return found
}

export function beginRun(
  ctx: Context,
  parts: Omit<Run, 'id' | 'personId' | 'made' | 'chunk' | 'chunkRows' | 'chunkMs' | 'state' | 'left'>,
): Run {
  const id = randomBytes(24).toString('base64url')
  const run: Run = {
    ...parts,
    id,
    personId: ctx.user.id,
    made: new Set(),
    chunk: newTally(),
    chunkRows: 0,
    chunkMs: 0,
    left: parts.items.length,
    state: null,
  }
  runsOf(ctx.db).set(id, run)
  return run
}

export const endRun = (ctx: Context, run: Run): void => void runsOf(ctx.db).delete(run.id)

/** How many rows are still to be written stands with the change set: it tells where a run ended that a host took with it. */
export function keepLeft(ctx: Context, run: Run, written: number): void {
  run.left -= written
  statement(ctx.db, `UPDATE change_sets SET params = json_set(params, '$.left', ?) WHERE id = ?`).run(
    run.left,
    run.changeSetId,
  )
}

/** The run, if it is this person's and the command belongs to its change set. */
export function findRun(ctx: Context, id: string): Run | undefined {
  const run = runsOf(ctx.db).get(id)
  return run && run.personId === ctx.user.id && run.changeSetId === ctx.changeSetId() ? run : undefined
}
