// One question to the program and to the oracle, and what must agree. Whatever the answer, no secret that the
// asker may not see stands anywhere in it.
import { isDeepStrictEqual } from 'node:util'
import { ApiError } from '@shared/api/errors'
import type { TestPerson } from '../../support/app'
import { changedTables, tableHashes } from '../../support/officeState'
import type { Random } from '../../support/random'
import { secretPattern, type Office } from './makeWorld'
import type { Oracle, Verdict } from './oracle'
import { maySeeInPool } from './poolSight'
import type { Kind, Place, WorldRecord } from './world'

export interface Asked {
  office: Office
  oracle: Oracle
  who: TestPerson
  random: Random
  /** Decisions compared so far: one for each record or field that was given or withheld, each verdict on a call. */
  decided: number
}

/** Asks one thing; adds to `decided`; throws Mismatch. */
export type Question = (asked: Asked) => Promise<void>

export class Mismatch extends Error {}

/** Whatever an answer holds; the questions know which of it to look at. */
export interface Row extends Record<string, unknown> {
  id: number
  version: number
  entity: string
  kind: string
  personId: number
  level: string
  custom: Record<string, unknown>
  fields: Record<string, unknown>
  masked?: string[]
}
export interface Said extends Row {
  rows: Row[]
  contacts: Row[]
  hits: Row[]
  viewers: Row[]
  reasons: unknown[]
  words: string[]
  customer: Row
  next: string | null
  count: unknown
  value: number
  total: number
  done: number
}

export interface Told {
  verdict: Verdict
  output: Said
}

/** The audit row, and when the session was last seen. */
const ownBooks = new Set(['audit_log', 'sessions'])
let asks = 0
/** Every endpoint asked so far. */
export const askedPaths = new Set<string>()

/** Asks the program. Of a refused call nothing stays but its audit row. */
export async function tell(asked: Asked, path: string, input: unknown): Promise<Told> {
  const { who, office } = asked
  askedPaths.add(path)
  const before = asks++ % 20 === 0 ? tableHashes(office.app.host.db) : null
  const told = await who.raw(path, input).then(
    (output): Told => ({ verdict: 'ok', output: output as Said }),
    (error: unknown): Told => {
      if (!(error instanceof ApiError) || error.code === 'internal') throw error
      return { verdict: error.code as Verdict, output: { ...error.details, message: error.message } as unknown as Said }
    },
  )
  if (before && told.verdict !== 'ok') {
    const changed = changedTables(before, tableHashes(office.app.host.db)).filter((table) => !ownBooks.has(table))
    if (changed.length > 0) throw new Mismatch(`${path} was refused and left traces in ${changed.join(', ')}`)
  }
  scanSecrets(asked, path, JSON.stringify(told.output), JSON.stringify(input))
  asked.decided++
  return told
}

/** What the asker sent may come back; nothing else that is not theirs to see. */
export function scanSecrets({ office, oracle, who }: Asked, where: string, text: string, sent = ''): void {
  for (const found of text.match(secretPattern) ?? []) {
    const places = office.world.secrets.get(found)
    if (places && !sent.includes(found) && !places.some((place) => mayTell(oracle, who.id, where, place)))
      throw new Mismatch(`${where} ${sent} told ${who.id} of ${JSON.stringify(places)}: ${found}`)
  }
}

/** What nobody owns is told of by the pool, and nowhere else. */
const mayTell = (oracle: Oracle, id: number, where: string, place: Place): boolean =>
  oracle.maySee(id, place) ||
  (where.startsWith('pool.') && maySeeInPool(oracle, id, place)) ||
  (where === 'changeSets.preview' && mayTakeBack(oracle, id, place))

const mayTakeBack = (oracle: Oracle, id: number, { kind, id: record, field }: Place): boolean => {
  const given = oracle.find(kind, record)
  return field === 'name' && given?.returnedBy === id && given.values['ownerId'] === null
}

export function same(asked: Asked, what: string, got: unknown, expected: unknown): void {
  asked.decided++
  if (isDeepStrictEqual(got, expected)) return
  throw new Mismatch(
    `${what} for ${asked.who.id}: got ${JSON.stringify(got)}, the oracle says ${JSON.stringify(expected)}`,
  )
}

/** The row as the oracle shows it, against the row of an answer. */
export function sameRow(asked: Asked, what: string, row: Row, record: WorldRecord): void {
  const expected = asked.oracle.shownRow(asked.who.id, record)
  const got: Record<string, unknown> = {}
  for (const key of Object.keys(expected.values))
    got[key] = (key.startsWith('custom.') ? row.custom[key.slice(7)] : row[key]) ?? null
  same(asked, `${what} ${record.kind}/${record.id}`, got, expected.values)
  const masked = (row.masked ?? []).filter((key) => key in expected.values).sort()
  // each field was shown, outlined or withheld
  asked.decided += Object.keys(got).length - 1
  same(asked, `masked in ${what} ${record.kind}/${record.id}`, masked, expected.masked)
}

export const pickRecord = ({ random, office }: Asked, kind?: Kind): WorldRecord =>
  random.pick(kind ? office.world.records.filter((record) => record.kind === kind) : office.world.records)
