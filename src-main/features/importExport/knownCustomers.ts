// The customers the office has, by what makes them the same as one of a file: the keys of duplicates tell.
import type { Context } from '@main/api/context'
import { phoneDigits, taxDigits } from '@main/duplicates/addresses'
import { companyName } from '@main/duplicates/companyName'
import { fillDuplicateKeys } from '@main/duplicates/keyIndex'
import { keyOf } from '@main/duplicates/keys'
import { statement } from '@main/database/statements'
import { type MatchKey, numbersOf, type Unit } from '@shared/features/importExport/mergeRows'

export interface Match {
  ids: number[]
  by: MatchKey
}

export interface KnownCustomers {
  /** Makes the keys of an office that was kept by an older program. */
  load(signal: AbortSignal): Promise<unknown>
  /** `made` were made by this import: rows of one customer are one unit already. */
  find(unit: Unit, made: ReadonlySet<number>): Match | null
}

/** What a name is in keys; rows of one file are put together by the same. */
export const nameOf = (name: string): string => companyName(name).whole

/** More than these of one name, number or tax number are not told apart anyway. */
const most = 50

export function knownCustomers(ctx: Context, matchBy: readonly MatchKey[]): KnownCustomers {
  const idsOf = (key: string): number[] =>
    statement<[string], { id: number }>(
      ctx.db,
      `SELECT customer_id id FROM duplicate_keys WHERE key = ? ORDER BY customer_id LIMIT ${most}`,
    )
      .all(key)
      .map(({ id }) => id)
  return {
    load: (signal) => fillDuplicateKeys(ctx, signal),
    find(unit, made) {
      // a tax number says most, a phone least
      for (const by of ['taxNumber', 'name', 'phone'] as const) {
        const keys = matchBy.includes(by) ? keysBy[by](unit) : []
        const ids = [...new Set(keys.flatMap(idsOf))].filter((id) => !made.has(id))
        if (ids.length > 0) return { ids, by }
      }
      return null
    },
  }
}

const keysBy: Record<MatchKey, (unit: Unit) => string[]> = {
  taxNumber: ({ customer }) => keys('t', [taxDigits(String(customer['taxNumber'] ?? ''))]),
  name: ({ customer }) => keys('n', [nameOf(String(customer['name'] ?? ''))]),
  phone({ customer, rows }) {
    const numbers = [customer, ...rows.flatMap((row) => row.contacts)].flatMap(numbersOf).map(phoneDigits)
    return [...keys('p', numbers), ...keys('q', numbers)]
  },
}

const keys = (kind: 't' | 'n' | 'p' | 'q', texts: readonly string[]): string[] =>
  texts.filter((text) => text !== '').map((text) => keyOf(kind, text))
