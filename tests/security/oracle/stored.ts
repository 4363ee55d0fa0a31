// What the database holds of a record, as the world keeps it.
import type { Db } from '@main/database/open'
import { type WorldRecord, written } from './world'

export const tables = { customers: 'customers', contacts: 'contacts', followUps: 'follow_ups' } as const

export function readStored(db: Db, record: WorldRecord): Pick<WorldRecord, 'values' | 'version' | 'archived'> {
  const row = db
    .prepare<[number], Record<string, unknown>>(`SELECT * FROM ${tables[record.kind]} WHERE id = ?`)
    .get(record.id)!
  const values: Record<string, unknown> = {}
  for (const key of written[record.kind]) {
    const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    if (key === 'nextDone') values[key] = row[column] === 1
    else if (key === 'custom.grade') values[key] = JSON.parse(String(row['custom'] ?? '{}')).grade ?? null
    else values[key] = key === 'tags' ? JSON.parse(String(row['tags'])) : row[column]
  }
  return { values, version: Number(row['version']), archived: row['archived_at'] !== null }
}
