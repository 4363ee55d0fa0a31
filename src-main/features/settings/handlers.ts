import { handlersOf } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { settingsEndpoints } from '@shared/features/settings/endpoints'

/** A page asks for a few dozen; more is a fault or worse. */
const keysAPerson = 300

export const settingsHandlers = handlersOf(settingsEndpoints, {
  // what somebody likes is theirs, also while they enter on another's behalf
  preferences(ctx) {
    const rows = statement<[number], { key: string; value: string }>(
      ctx.db,
      'SELECT key, value FROM preferences WHERE person_id = ? ORDER BY key',
    ).all(ctx.user.actorId)
    // written below only, from a checked value
    return {
      values: Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as string | number | boolean])),
    }
  },

  setPreference(ctx, { key, value }) {
    const person = ctx.user.actorId
    if (value === null) {
      statement(ctx.db, 'DELETE FROM preferences WHERE person_id = ? AND key = ?').run(person, key)
      return {}
    }
    statement(
      ctx.db,
      'INSERT INTO preferences (person_id, key, value) VALUES (?, ?, ?) ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value',
    ).run(person, key, JSON.stringify(value))
    const { n } = statement<[number], { n: number }>(
      ctx.db,
      'SELECT count(*) n FROM preferences WHERE person_id = ?',
    ).get(person) ?? { n: 0 }
    if (n > keysAPerson) throw fail('rule', { code: 'tooLarge' })
    return {}
  },

  office: (ctx) => ({
    company: readSetting(ctx.db, 'office.company'),
    quietDays: readSetting(ctx.db, 'office.quietDays'),
  }),

  setOffice(ctx, { company, quietDays }) {
    const before = {
      company: readSetting(ctx.db, 'office.company'),
      quietDays: readSetting(ctx.db, 'office.quietDays'),
    }
    if (company !== undefined) writeSetting(ctx.db, 'office.company', company)
    if (quietDays !== undefined) writeSetting(ctx.db, 'office.quietDays', quietDays)
    ctx.about('settings', null, { before, company, quietDays })
    ctx.publish('settings')
    return {}
  },
})
