// Who sees what of a customer that nobody owns.
import type { Oracle } from './oracle'
import type { Place, WorldRecord } from './world'

export const ownerOf = (record: WorldRecord): number | null =>
  (record.values['ownerId'] as number | null | undefined) ?? null

/** Nobody owns it, and one has the right to look at such. */
export function seesInPool(oracle: Oracle, id: number, record: WorldRecord | null): boolean {
  return record?.kind === 'customers' && !record.archived && ownerOf(record) === null && oracle.can(id, 'pool.view')
}

/** Of a pooled customer its name and trade are told, of its contacts their posts; ways to reach them are outlined at most. */
export function maySeeInPool(oracle: Oracle, id: number, { kind, id: recordId, field }: Place): boolean {
  const record = oracle.find(kind, recordId)
  if (!record || !oracle.seesWhole(id, kind, field) || !seesInPool(oracle, id, oracle.customerOf(record))) return false
  if (kind === 'customers') return ['name', 'industry'].includes(field)
  const kindSeen = oracle.can(id, 'contacts.view') && oracle.can(id, 'customers.view')
  return kind === 'contacts' && field === 'post' && kindSeen
}
