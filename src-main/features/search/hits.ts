// From a match to what is shown of it: names, the field that matched, the piece of text around it.
import type { Context } from '@main/api/context'
import type { Entity, StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { selectByIds } from '@main/records/select'
import type { Match } from '@main/search/candidates'
import type { SearchedKind } from '@main/search/documents'
import { fold, foldList, placesOf } from '@main/search/text'
import { flatCustom } from '@shared/fields/flat'
import type { SearchHit } from '@shared/features/search/endpoints'

type Shown = Record<string, unknown>

export function hitsOf(ctx: Context, entity: Entity, kind: SearchedKind, matches: readonly Match[]): SearchHit[] {
  const keyOf = (match: Match): string => kind.fields[match.field]?.key ?? ''
  const rows = shownById(
    ctx,
    entity,
    matches.map(({ id }) => id),
    [...namedBy[kind.kind], ...matches.map(keyOf).filter(Boolean)],
  )
  const customerIds = [...rows.values()].flatMap((row) =>
    typeof row['customerId'] === 'number' ? [row['customerId']] : [],
  )
  const customers = ctx.rights.can('customers.view')
    ? shownById(ctx, ctx.services.entities.get('customers'), customerIds, ['name'])
    : new Map<number, Shown>()
  return matches.flatMap((match) => {
    const row = rows.get(match.id)
    if (!row) return []
    const field = keyOf(match)
    const customer = kind.kind === 'customers' ? row : customers.get(Number(row['customerId']))
    return [
      {
        entity: kind.kind,
        id: match.id,
        customerId: Number(customer?.['id'] ?? row['customerId']),
        ...namesOf(kind, row, customer),
        field,
        ...snippetOf(text(valueIn(row, field)), match, kind),
      },
    ]
  })
}

const valueIn = (row: Shown, field: string): unknown => row[field] ?? flatCustom(row['custom'])[field]
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const joined = (...parts: unknown[]): string =>
  parts
    .map(text)
    .filter((part) => part !== '')
    .join(' · ')

/** What the names of a hit are made of. */
const namedBy: Record<SearchedKind['kind'], readonly string[]> = {
  customers: ['name', 'shortName', 'phone'],
  contacts: ['name', 'post', 'customerId'],
  followUps: ['customerId', 'contactName'],
}

function namesOf({ kind }: SearchedKind, row: Shown, customer: Shown | undefined): { title: string; subtitle: string } {
  if (kind === 'customers') return { title: text(row['name']), subtitle: joined(row['shortName'], row['phone']) }
  if (kind === 'contacts') return { title: text(row['name']), subtitle: joined(customer?.['name'], row['post']) }
  return { title: text(customer?.['name']), subtitle: text(row['contactName']) }
}

/** Rows as the viewer may see them. The ids come from a search under scope, or from rows of such a search. */
function shownById(
  ctx: Context,
  entity: Entity,
  ids: readonly number[],
  fields: readonly string[],
): Map<number, Shown> {
  const rows: StoredRow[] = selectByIds(ctx, entity, ids, fields)
  return new Map(rows.map((row) => [row.id, applyMasks(ctx, entity, row)]))
}

const before = 16
const shownLength = 80

/** Short texts whole; of long ones the part around the match. Marks count characters of the snippet. */
function snippetOf(
  written: string,
  { field, match }: Match,
  { fields }: SearchedKind,
): Pick<SearchHit, 'snippet' | 'marks'> {
  const [start, end] = match
  const places = fields[field]?.reading === 'number' ? listPlaces(written) : placesOf(written)
  const [from, to] = [places[start], places[end - 1]]
  if (from === undefined || to === undefined) return { snippet: written.slice(0, shownLength), marks: [] }
  const cut = written.length <= shownLength ? 0 : Math.max(0, Math.min(from - before, written.length - shownLength))
  const head = cut > 0 ? '…' : ''
  const tail = cut + shownLength < written.length ? '…' : ''
  const shift = head.length - cut
  const snippet = head + written.slice(cut, cut + shownLength).replace(/\s/gu, ' ') + tail
  return { snippet, marks: [[from + shift, Math.min(to + 1, cut + shownLength) + shift]] }
}

/** As placesOf, for a field of several numbers: between two of them stands the space of foldList. */
function listPlaces(written: string): number[] {
  const folded = foldList(written)
  const places: number[] = []
  let at = 0
  for (const sign of folded) {
    if (sign === ' ') {
      while (at < written.length && !/[;；、,，\n]/u.test(written.charAt(at))) at++
      places.push(at++)
      continue
    }
    while (at < written.length && fold(written.charAt(at)) !== sign) at++
    places.push(at++)
  }
  return places
}
