// The customers the office has, by what makes them the same as one of a file. Kept for the time of one import.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { nameKey } from '@shared/features/importExport/companyNames'
import { type MatchKey, numbersOf, type Unit } from '@shared/features/importExport/mergeRows'

export interface Match {
  ids: number[]
  by: MatchKey
}

export interface KnownCustomers {
  /** Reads all of them in pieces. */
  load(breathe: () => Promise<void>): Promise<void>
  /** Takes in what others have added since. `made` were made by this import. */
  refresh(made: ReadonlySet<number>): void
  find(unit: Unit): Match | null
}

interface Known {
  id: number
  name: string
  phone: string | null
  otherPhones: string | null
  taxNumber: string | null
}

const piece = 1000
const sql = `SELECT id, name, phone, other_phones otherPhones, tax_number taxNumber FROM customers WHERE id > ? AND archived_at IS NULL ORDER BY id LIMIT ${piece}`
const contactSql = `SELECT id, customer_id customerId, phone, other_phones otherPhones FROM contacts WHERE id > ? AND archived_at IS NULL ORDER BY id LIMIT ${piece}`

export function knownCustomers(ctx: Context, matchBy: readonly MatchKey[]): KnownCustomers {
  const index = new Map<string, number | number[]>()
  let last = 0
  const put = (key: string, id: number): void => {
    const before = index.get(key)
    if (before === undefined) index.set(key, id)
    else if (Array.isArray(before)) before.push(id)
    else if (before !== id) index.set(key, [before, id])
  }
  const byPhone = matchBy.includes('phone')
  const add = (row: Known): void => {
    put(`n:${nameKey(row.name)}`, row.id)
    if (row.taxNumber) put(`t:${row.taxNumber.toUpperCase()}`, row.id)
    if (byPhone)
      for (const digits of numbersOf({ phone: row.phone, otherPhones: row.otherPhones })) put(`p:${digits}`, row.id)
  }
  const next = (): Known[] => {
    const rows = statement<[number], Known>(ctx.db, sql).all(last)
    last = rows.at(-1)?.id ?? last
    return rows
  }
  const idsOf = (key: string): number[] => [index.get(key) ?? []].flat()
  return {
    async load(breathe) {
      for (let rows = next(); rows.length > 0; rows = next()) {
        rows.forEach(add)
        await breathe()
      }
      if (byPhone) await addContacts(ctx, put, breathe)
    },
    refresh(made) {
      for (let rows = next(); rows.length > 0; rows = next()) rows.filter((row) => !made.has(row.id)).forEach(add)
    },
    find: (unit) => findIn(unit, matchBy, idsOf),
  }
}

async function addContacts(
  ctx: Context,
  put: (key: string, id: number) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  interface Row {
    id: number
    customerId: number
    phone: string | null
    otherPhones: string | null
  }
  for (let last = 0; ;) {
    const rows = statement<[number], Row>(ctx.db, contactSql).all(last)
    const end = rows.at(-1)
    if (!end) return
    for (const row of rows) for (const digits of numbersOf({ ...row })) put(`p:${digits}`, row.customerId)
    last = end.id
    await breathe()
  }
}

function findIn(unit: Unit, matchBy: readonly MatchKey[], idsOf: (key: string) => number[]): Match | null {
  const { customer } = unit
  const phones = [customer, ...unit.rows.flatMap((row) => row.contacts)].flatMap(numbersOf)
  const keys: Record<MatchKey, string[]> = {
    taxNumber: typeof customer['taxNumber'] === 'string' ? [`t:${customer['taxNumber'].toUpperCase()}`] : [],
    name: [`n:${nameKey(String(customer['name']))}`],
    phone: phones.map((digits) => `p:${digits}`),
  }
  // a tax number says most, a phone least
  for (const by of ['taxNumber', 'name', 'phone'] as const) {
    const ids = matchBy.includes(by) ? [...new Set(keys[by].flatMap(idsOf))] : []
    if (ids.length > 0) return { ids, by }
  }
  return null
}
