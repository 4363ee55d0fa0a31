// Settings of the whole office: one value a key, as JSON.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { type QualitySettings, standardQualitySettings } from '@shared/features/dataQuality/rules'
import { type PoolSettings, standardPoolSettings } from '@shared/features/pool/rules'
import { standardValueRules, type ValueRules } from '@shared/features/values/rules'

export interface OfficeSettings {
  'office.company': string
  /** A customer not spoken with for more days than this is quiet. */
  'office.quietDays': number
  /** Where every backup is copied a second time; '' for nowhere. */
  'backup.secondFolder': string
  /** The backup from before the sample company; '' in an office of one's own. */
  'demo.before': string
  /** By which rules the keys of duplicates were made; 0: not yet. */
  'duplicates.rules': number
  /** Rights the roles were asked about; null in an office of before this was noted. */
  'roles.known': string[] | null
  /** When the work of the night was last done to its end. */
  'jobs.nightDoneAt': number
  'pool.settings': PoolSettings
  'values.rules': ValueRules
  'dataQuality.settings': QualitySettings
  /** When all customers were last looked through. */
  'dataQuality.scannedAt': number | null
}

const fallbacks: OfficeSettings = {
  'office.company': '',
  'office.quietDays': 30,
  'backup.secondFolder': '',
  'demo.before': '',
  'duplicates.rules': 0,
  'roles.known': null,
  'jobs.nightDoneAt': 0,
  'pool.settings': standardPoolSettings,
  'values.rules': standardValueRules,
  'dataQuality.settings': standardQualitySettings,
  'dataQuality.scannedAt': null,
}

/** @example readSetting(ctx.db, 'office.quietDays') // 30 */
export function readSetting<K extends keyof OfficeSettings>(db: Db, key: K): OfficeSettings[K] {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM settings WHERE key = ?').get(key)
  if (!row) return fallbacks[key]
  // written by writeSetting only
  const value = JSON.parse(row.value) as OfficeSettings[K]
  // what has come to it since it was written is as in a new office
  return isObject(value) ? Object.assign({}, fallbacks[key], value) : value
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

export function writeSetting<K extends keyof OfficeSettings>(db: Db, key: K, value: OfficeSettings[K]): void {
  statement(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value))
}
