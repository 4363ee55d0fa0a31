import { handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { comparedOf, refuseDuplicate } from '@main/duplicates/refusing'
import { archive } from '@main/records/archive'
import { create } from '@main/records/create'
import { recordHandlers } from '@main/records/handlers'
import { each } from '@main/records/many'
import { seesField } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { scope } from '@main/records/scope'
import { guardVersion, update } from '@main/records/update'
import { customersEndpoints } from '@shared/features/customers/endpoints'
import { customers } from './entity'
import { changeOwner } from './ownerChange'
import { overview, teamOf, timeline } from './overview'
import { printCard, printList } from './papers'
import { quickCreate } from './quickCreate'
import { replaceAccess } from '@main/records/access'

export const customersHandlers = handlersOf(customersEndpoints, {
  ...recordHandlers(customers),

  create(ctx, { despiteDuplicates, ...input }) {
    const made = create(ctx, customers, input)
    if (!despiteDuplicates) refuseDuplicate(ctx, comparedOf(input), made.id)
    return made
  },

  update(ctx, { despiteDuplicates, ...input }) {
    const before = reachable(ctx, customers, input.id, 'customers.update')
    const row = update(ctx, customers, input)
    if (!despiteDuplicates) refuseDuplicate(ctx, comparedOf(input.changes, before), row.id)
    return row
  },

  archiveMany: (ctx, { records }) => each(ctx, records, (inner, record) => archive(inner, customers, record)),

  printCard,
  printList,

  overview: (ctx, { id }) => overview(ctx, id),

  timeline(ctx, { id, ...page }) {
    reachable(ctx, customers, id, 'read')
    return timeline(ctx, id, page)
  },

  star(ctx, { id, starred }) {
    reachable(ctx, customers, id, 'read')
    const sql = starred
      ? `INSERT OR IGNORE INTO stars (person_id, entity, record_id) VALUES (?, 'customers', ?)`
      : `DELETE FROM stars WHERE person_id = ? AND entity = 'customers' AND record_id = ?`
    statement(ctx.db, sql).run(ctx.user.id, id)
    ctx.about('customers', id)
    ctx.publish('customers', id)
    return { starred }
  },

  changeOwner: (ctx, asked) => changeOwner(ctx, asked),

  setTeam(ctx, { id, version, team }) {
    const row = reachable(ctx, customers, id, 'customers.share')
    guardVersion(ctx, customers, row, version)
    replaceAccess(
      ctx,
      customers,
      row,
      'team',
      team.map((entry) => ({ ...entry, untilOn: null })),
    )
    return { team: teamOf(ctx, id) }
  },

  quickCreate,

  suggest(ctx, { field, text = '' }) {
    if (!seesField(ctx, 'customers', field)) return { words: [] }
    const seen = scope(ctx, customers, 'read')
    const column = { tags: 'j.value', industry: 't.industry', sourceNote: 't.source_note' }[field]
    const from = field === 'tags' ? 'customers t, json_each(t.tags) j' : 'customers t'
    const rows = statement<unknown[], { word: string }>(
      ctx.db,
      // the newest 20 000 say enough about what words are in use
      `SELECT word FROM (SELECT ${column} word FROM ${from} WHERE t.archived_at IS NULL AND ${seen.sql} AND ${column} IS NOT NULL
         AND instr(lower(${column}), lower(?)) > 0 ORDER BY t.id DESC LIMIT 20000)
       GROUP BY word ORDER BY count(*) DESC, word LIMIT 20`,
    ).all(...seen.params, text)
    return { words: rows.map((row) => row.word) }
  },
})
