// Decides once for each customer of a file: is it one we have, may this person touch it, and whose will it be.
import type { Context } from '@main/api/context'
import { flatCustom } from '@shared/fields/flat'
import { statement } from '@main/database/statements'
import { within } from '@main/records/read'
import { selectById, selectRows } from '@main/records/select'
import { noteText, type Values } from '@shared/features/importExport/draft'
import type { ProblemCode } from '@shared/features/importExport/problemCode'
import { relatedNames } from '@shared/features/importExport/companyNames'
import { numbersOf, type Unit } from '@shared/features/importExport/mergeRows'
import { unitNotes } from '@shared/features/importExport/unitNotes'
import type { Match } from './knownCustomers'
import type { Placed, Run, UnitState } from './runs'
import { refuse, type Tally, tell } from './tally'

export function stateOf(ctx: Context, run: Run, unit: Unit, tally: Tally): UnitState {
  const known = run.state?.unit === unit ? run.state : null
  if (known) return known
  const state: UnitState = {
    unit,
    notes: unitNotes(unit),
    refused: null,
    customer: null,
    ownerId: run.options.ownerId,
    contacts: new Map(),
    spoken: new Set(),
    changed: false,
  }
  const found = decide(ctx, run, unit)
  if ('code' in found) state.refused = found.code
  else if (found.id !== null) readExisting(ctx, state, found.id)
  if (state.refused === null) settleOwner(run, state, tally)
  run.state = state
  return state
}

type Decision = { id: number | null } | { code: ProblemCode }

function decide(ctx: Context, run: Run, unit: Unit): Decision {
  const { mode } = run.options
  const match = sameOnly(ctx, unit, run.known.find(unit, run.made))
  if (!match) return mode === 'update' ? { code: 'noMatch' } : { id: null }
  const customers = ctx.services.entities.get('customers')
  const seen = match.ids.filter((id) => within(ctx, customers, id, 'read'))
  // a phone of a customer one does not see says nothing, a name or tax number says: it is taken
  if (seen.length === 0 && match.by === 'phone') return mode === 'update' ? { code: 'noMatch' } : { id: null }
  if (seen.length === 0) return { code: 'notYours' }
  if (mode === 'create') return { code: 'exists' }
  const mine = seen.filter((id) => within(ctx, customers, id, 'customers.update'))
  const [first, second] = mine
  if (first === undefined) return { code: 'readOnly' }
  return second === undefined ? { id: first } : { code: 'severalMatch' }
}

/** Two people of one name with different numbers are two people; one number may serve two companies. */
function sameOnly(ctx: Context, unit: Unit, match: Match | null): Match | null {
  if (!match || match.by === 'taxNumber' || (match.by === 'name' && !unit.individual)) return match
  const mine = numbersOf(unit.customer)
  const ids = match.ids.filter((id) => {
    const row = selectById(ctx, ctx.services.entities.get('customers'), id)
    if (!row) return false
    if (match.by === 'phone') return relatedNames(String(row['name']), String(unit.customer['name']))
    const theirs = numbersOf(row)
    return mine.length === 0 || theirs.length === 0 || theirs.some((number) => mine.includes(number))
  })
  return ids.length === 0 ? null : { ...match, ids }
}

const placedOf = (row: Values & { id: number; version: number }): Placed => ({
  id: row.id,
  version: row.version,
  values: { ...row, ...flatCustom(row['custom']) },
})

/** Case, width and spaces do not make another person. */
export const personKey = (name: unknown): string =>
  String(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.·]+/gu, '')
/** The same words of the same minute are the same follow-up; `at` null: of any time. */
export const spokenKey = (at: number | null, content: string): string =>
  `${at === null ? '' : Math.floor(at / 60_000)}|${content.trim()}`

function readExisting(ctx: Context, state: UnitState, id: number): void {
  const row = selectById(ctx, ctx.services.entities.get('customers'), id)
  if (!row) return void (state.refused = 'noMatch')
  state.customer = placedOf(row)
  const contacts = selectRows(ctx, ctx.services.entities.get('contacts'), {
    sql: 't.customer_id = ? AND t.archived_at IS NULL',
    params: [id],
  })
  for (const contact of contacts) {
    const key = personKey(contact['name'])
    if (!state.contacts.has(key)) state.contacts.set(key, placedOf(contact))
  }
  const spoken = statement<[number], { at: number; content: string }>(
    ctx.db,
    'SELECT followed_at at, content FROM follow_ups WHERE customer_id = ? AND archived_at IS NULL ORDER BY id DESC LIMIT 2000',
  ).all(id)
  for (const { at, content } of spoken) state.spoken.add(spokenKey(at, content)).add(spokenKey(null, content))
}

/** An owner nobody knows, or to whom this person may not give, is kept in the note. */
function settleOwner(run: Run, state: UnitState, tally: Tally): void {
  const { owner, rows } = state.unit
  if (owner === null) return
  const found = run.owners.owner(owner.value, state.customer ? 'customers.update' : 'customers.create')
  if ('id' in found) {
    state.ownerId = found.id
    state.unit.customer['ownerId'] = found.id
    return
  }
  tell(tally, { line: rows[0]?.line ?? 0, column: owner.heading, value: owner.value, code: found.code, warning: true })
  const line = noteText([owner])
  state.notes.customer = state.notes.customer === '' ? line : `${line}\n${state.notes.customer}`
}

export const refuseRow = (tally: Tally, state: UnitState, line: number): void =>
  refuse(tally, line, state.refused ?? 'refused', String(state.unit.customer['name'] ?? ''))
