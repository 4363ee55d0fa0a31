// Puts one row of a file where it belongs: its customer, its contacts, what was said.
import type { Context } from '@main/api/context'
import type { FollowUpDraft, PhotoDraft, Values } from '@shared/features/importExport/draft'
import { type FieldWords, mergeValues } from '@shared/features/importExport/mergeRows'
import { appended, noteMax } from '@shared/features/importExport/unitNotes'
import { ApiError } from '@shared/api/errors'
import { personKey, refuseRow, spokenKey, stateOf } from './deciding'
import type { Placed, Run, UnitState } from './runs'
import type { Kind, Store } from './store'
import { addTally, newTally, refuse, type Tally, tell } from './tally'
import type { Item } from './waiting'

interface Work {
  ctx: Context
  run: Run
  store: Store
  state: UnitState
  tally: Tally
  line: number
}

/** Places one row whole or not at all; what it comes to is added to `tally`. */
export function placeItem(ctx: Context, run: Run, store: Store, item: Item, tally: Tally): void {
  const own = newTally()
  own.rows = 1
  const { line } = item.row
  const state = stateOf(ctx, run, item.unit, own)
  const before = state.customer
  try {
    if (state.refused !== null) refuseRow(own, state, line)
    else if (state.notes.full.has(item.row)) refuse(own, line, 'noteTooLong')
    else ctx.db.transaction(() => placeRow({ ctx, run, store, state, tally: own, line }, item))()
    if (item.row !== item.unit.rows[0] && own.refused.size === 0) own.joined = 1
    if (item.last && !state.changed && state.refused === null) own.unchanged++
    addTally(tally, own)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // the savepoint took back what this row had made
    state.customer = before
    const refused = newTally()
    refused.rows = 1
    refuse(
      refused,
      line,
      error.code === 'invalid' ? 'notAllowed' : 'refused',
      Object.keys(error.details.fields ?? {}).join(', '),
    )
    addTally(tally, refused)
  }
}

function placeRow(work: Work, { row }: Item): void {
  const customer = placeCustomer(work)
  const people = row.contacts.map((values) => placeContact(work, customer, values, work.state.notes.contact.get(row)))
  for (const photo of row.photos)
    placePhoto(work, people[0] ?? customer, people.length > 0 ? 'contacts' : 'customers', photo)
  for (const draft of row.followUps)
    placeFollowUp(work, customer, people.length === 1 ? (people[0]?.id ?? null) : null, draft)
}

function placeCustomer(work: Work): Placed {
  const { state, run, tally, store } = work
  const { unit, notes } = state
  if (!state.customer) {
    const note = notes.customer
    const values = {
      ...(sourceTold(run) ? {} : { source: 'import' }),
      ...unit.customer,
      ownerId: state.ownerId,
      ...(note === '' ? {} : { note }),
      ...(unit.createdAt === null ? {} : { createdAt: unit.createdAt }),
    }
    const tags = [...new Set([...((unit.customer['tags'] as string[] | undefined) ?? []), ...run.options.tags])] // tags are a list of words
    state.customer = store.create('customers', tags.length > 0 ? { ...values, tags } : values)
    if (state.customer.id > 0) run.made.add(state.customer.id)
    tally.createdCustomers++
    state.changed = true
  } else if (state.customer.id > 0 && !run.made.has(state.customer.id) && unit.rows[0]?.line === work.line) {
    if (change(work, 'customers', state.customer, { ...unit.customer }, notes.customer))
      tally.updatedCustomers.add(state.customer.id)
  }
  return state.customer
}

/** A table that tells where customers come from is believed where it says nothing, too. */
const sourceTold = (run: Run): boolean => Object.values(run.options.mapping).includes('customers.source')

/** Fills what is empty, adds numbers and tags, and replaces only when told to. */
function change(work: Work, kind: Kind, placed: Placed, values: Values, note: string | undefined): boolean {
  const { run, store, state } = work
  const after = run.options.overwrite ? { ...placed.values, ...values } : { ...placed.values }
  if (!run.options.overwrite)
    for (const { field, value } of mergeValues(after, values)) {
      const told = wordsOf(work, kind)(field, value)
      tell(work.tally, { line: work.line, column: told.heading, value: told.value, code: 'kept', warning: true })
    }
  if (note) after['note'] = noteAfter(work, placed, note)
  const changes = Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !same(placed.values[field], value)),
  )
  if (Object.keys(changes).length === 0) return false
  store.update(kind, placed, changes)
  state.changed = true
  return true
}

const wordsOf = ({ run }: Work, kind: Kind): FieldWords => run.words[kind === 'contacts' ? kind : 'customers']

function noteAfter(work: Work, placed: Placed, note: string): string {
  const { run, state, tally, line } = work
  const before = String(placed.values['note'] ?? '')
  if (run.options.overwrite && state.notes.plain) return note
  const text = appended(before, note)
  if (text === null)
    tell(tally, {
      line,
      column: wordsOf(work, 'customers')('note', '').heading,
      value: note.slice(0, noteMax),
      code: 'noteTooLong',
      warning: false,
    })
  return text ?? before
}

const same = (a: unknown, b: unknown): boolean =>
  (a ?? null) === (b ?? null) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function placeContact(work: Work, customer: Placed, values: Values, note: string | undefined): Placed {
  const { state, tally, store } = work
  const key = personKey(values['name'])
  const known = state.contacts.get(key)
  const whole = typeof values['note'] === 'string' && note ? `${values['note']}\n${note}` : (note ?? values['note'])
  if (known) {
    const { note: _own, ...rest } = values
    const changed = change(work, 'contacts', known, rest, typeof whole === 'string' ? whole : undefined)
    if (changed && known.id > 0 && !known.values['madeHere']) tally.updatedContacts.add(known.id)
    return known
  }
  const first = state.contacts.size === 0 && values['isPrimary'] === undefined
  const made = store.create('contacts', {
    ...values,
    ...(whole ? { note: whole } : {}),
    ...(first ? { isPrimary: true } : {}),
    customerId: customer.id,
  })
  state.contacts.set(key, made)
  made.values['madeHere'] = true
  tally.createdContacts++
  state.changed = true
  return made
}

function placePhoto(
  { store, state, tally, line }: Work,
  placed: Placed,
  kind: 'customers' | 'contacts',
  photo: PhotoDraft,
): void {
  const done = store.attach(kind, placed, photo)
  if (done === null) return tell(tally, { line, column: '', value: photo.ending, code: 'photo', warning: true })
  if (done === 'there') return
  tally.photos++
  state.changed = true
}

function placeFollowUp(work: Work, customer: Placed, contactId: number | null, draft: FollowUpDraft): void {
  const { state, run, store, tally, ctx } = work
  const { person, followedAt, ...values } = draft
  const key = spokenKey(followedAt, draft.content)
  if (state.spoken.has(key)) return
  const at = followedAt ?? state.unit.createdAt ?? ctx.now
  if (followedAt === null && state.unit.createdAt === null)
    tell(tally, { line: work.line, column: '', value: draft.content.slice(0, 60), code: 'noDay', warning: true })
  const personId = person === undefined ? null : run.owners.person(person)
  const content = person !== undefined && personId === null ? `${draft.content}（${person}）` : draft.content
  store.create('followUps', {
    ...values,
    content,
    followedAt: at,
    customerId: customer.id,
    personId: personId ?? state.ownerId,
    ...(contactId === null ? {} : { contactId }),
  })
  state.spoken.add(key).add(spokenKey(at, draft.content)).add(spokenKey(null, draft.content))
  tally.createdFollowUps++
  state.changed = true
}
