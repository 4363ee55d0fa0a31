// One question to the program and to the oracle, and what must agree. Whatever the answer, no secret that the
// asker may not see stands anywhere in it.
import { isDeepStrictEqual } from 'node:util'
import { ApiError } from '@shared/api/errors'
import type { TestPerson } from '../../support/app'
import type { Random } from '../../support/random'
import { secretPattern, type Office } from './makeWorld'
import { Oracle, type Verdict } from './oracle'
import type { Kind, WorldRecord } from './world'

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

export interface Told {
  verdict: Verdict | 'other'
  output: any
}

export async function tell(asked: Asked, path: string, input: unknown): Promise<Told> {
  const { who, office, oracle } = asked
  const told = await who.raw(path, input).then(
    (output): Told => ({ verdict: 'ok', output }),
    (error: unknown): Told => {
      if (!(error instanceof ApiError) || error.code === 'internal') throw error
      return { verdict: error.code as Verdict, output: { ...error.details, message: error.message } }
    },
  )
  // what the asker sent may come back; nothing else that is not theirs to see
  const sent = JSON.stringify(input)
  for (const found of JSON.stringify(told.output).match(secretPattern) ?? []) {
    const secret = office.world.secrets.get(found)
    if (secret && !sent.includes(found) && !oracle.maySee(who.id, secret))
      throw new Mismatch(`${path} ${sent} told ${who.id} of ${secret.kind}/${secret.id}.${secret.field}: ${found}`)
  }
  asked.decided++
  return told
}

export function same(asked: Asked, what: string, got: unknown, expected: unknown): void {
  asked.decided++
  if (isDeepStrictEqual(got, expected)) return
  throw new Mismatch(`${what} for ${asked.who.id}: got ${JSON.stringify(got)}, the oracle says ${JSON.stringify(expected)}`)
}

/** The row as the oracle shows it, against the row of an answer. */
export function sameRow(asked: Asked, what: string, row: any, record: WorldRecord): void {
  const expected = asked.oracle.shownRow(asked.who.id, record)
  const got: Record<string, unknown> = {}
  for (const key of Object.keys(expected.values)) got[key] = (key.startsWith('custom.') ? row.custom[key.slice(7)] : row[key]) ?? null
  same(asked, `${what} ${record.kind}/${record.id}`, got, expected.values)
  const masked = ((row.masked ?? []) as string[]).filter((key) => key in expected.values).sort()
  // each field was shown, outlined or withheld
  asked.decided += Object.keys(got).length - 1
  same(asked, `masked in ${what} ${record.kind}/${record.id}`, masked, expected.masked)
}

export const pickRecord = ({ random, office }: Asked, kind?: Kind): WorldRecord =>
  random.pick(kind ? office.world.records.filter((record) => record.kind === kind) : office.world.records)
