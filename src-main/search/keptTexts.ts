// The searched texts of somebody who sees few records, kept from one letter typed to the next: to try them all is then
// quicker than to ask an index of everybody's. Nothing is kept beyond the next write, whoever makes it.
import type { Context } from '@main/api/context'
import type { Rights } from '@main/api/rights'
import { changeMark } from '@main/database/changeMark'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { fewVisible } from '@main/records/scope'
import { dayOf } from '@shared/dates'
import { between, recordsByAge, type SearchedKind, textsOf } from './documents'
import { foldField } from './pieces'

export interface KeptText {
  id: number
  version: number
  /** Field by field, as they are written. */
  texts: readonly string[]
  /** The same ready for comparing, and all in one; from the first time on. */
  folded?: { fields: readonly string[]; all: string }
}

interface Kept {
  stamp: string
  /** What was read of each: other fields may be searched, or seen, later. */
  columns: string
  rows: readonly KeptText[]
}

/** Records of one kind that are few. */
export const fewRows = 8000
const keptPeople = 12

const ofHost = new WeakMap<Context['services'], Map<Rights, Map<string, Kept>>>()

interface Sight {
  ctx: Context
  entity: Entity
  kind: SearchedKind
  /** For each field of the kind; one not seen whole is as good as empty. */
  seen: readonly boolean[]
}

/** What was gathered for an earlier letter, if nobody has written since. */
export function keptTexts({ ctx, kind, seen }: Sight): readonly KeptText[] | null {
  const known = keptFor(ctx).get(kind.kind)
  return known?.stamp === stampOf(ctx) && known.columns === textsOf(kind, seen) ? known.rows : null
}

/** All that the viewer sees of this kind, newest first; null when that is much. */
export function gatherTexts({ ctx, entity, kind, seen }: Sight): readonly KeptText[] | null {
  const visible = fewVisible(ctx, entity, fewRows)
  if (!visible) return null
  const ofViewer = keptFor(ctx)
  const known = ofViewer.get(kind.kind)
  const columns = textsOf(kind, seen)
  const { from, newest } = recordsByAge(entity, kind)
  const inSight = statement<unknown[], Version>(
    ctx.db,
    `SELECT t.id, t.version FROM ${from} WHERE t.id IN (${visible.sql}) AND t.archived_at IS NULL ORDER BY ${newest} DESC`,
  ).all(...visible.params)
  const rows = withTexts(ctx, entity, columns, { inSight, known: known?.columns === columns ? known.rows : [] })
  ofViewer.set(kind.kind, { stamp: stampOf(ctx), columns, rows })
  return rows
}

interface Version {
  id: number
  version: number
}

/** A record whose version is the same says the same; the others are read. */
function withTexts(
  { db }: Context,
  { table }: Entity,
  columns: string,
  { inSight, known }: { inSight: readonly Version[]; known: readonly KeptText[] },
): KeptText[] {
  const byId = new Map(known.map((row) => [row.id, row]))
  const unread = inSight.filter(({ id, version }) => byId.get(id)?.version !== version)
  const read = statement<[string], Version & { texts: string }>(
    db,
    `SELECT t.id, t.version, ${columns} texts FROM ${table} t WHERE t.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(unread.map(({ id }) => id)))
  for (const { id, version, texts } of read) byId.set(id, { id, version, texts: texts.split(between) })
  return inSight.flatMap(({ id }) => byId.get(id) ?? [])
}

/** Ready for comparing: field by field, and all in one with what no word holds between them. */
export function foldedOf(row: KeptText, { fields }: SearchedKind): NonNullable<KeptText['folded']> {
  if (row.folded) return row.folded
  const folded = fields.map((field, i) => foldField(field, row.texts[i] ?? ''))
  return (row.folded = { fields: folded, all: folded.join(between) })
}

/** Of those who searched last. */
function keptFor({ services, rights }: Context): Map<string, Kept> {
  const people = ofHost.get(services) ?? new Map<Rights, Map<string, Kept>>()
  ofHost.set(services, people)
  const ofViewer = people.get(rights) ?? new Map<string, Kept>()
  people.delete(rights)
  people.set(rights, ofViewer)
  for (const oldest of people.keys()) {
    if (people.size <= keptPeople) break
    people.delete(oldest)
  }
  return ofViewer
}

/** Another one after any write, of this connection or another; shares end with their day. */
const stampOf = ({ db, user, now }: Context): string => [changeMark(db), user.id, dayOf(now)].join('/')
