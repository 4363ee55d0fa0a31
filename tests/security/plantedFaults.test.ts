// A test counts only if it fails when the thing it guards is broken. Each fault here is one that real programs had.
import { afterEach, expect, it } from 'vitest'
import type { Context } from '@main/api/context'
import type { Rights } from '@main/api/rights'
import type { Entity, StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { selectById } from '@main/records/select'
import { fail } from '@shared/api/errors'
import { Mismatch } from './oracle/asking'
import { compare } from './oracle/differential'
import type { Office } from './oracle/makeWorld'

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((back) => back()))

interface Known {
  id: number
  rows: StoredRow[]
}
type Handler = (ctx: Context, input: Known) => Known

/** Puts another handler in the place of one until the test is over. */
function replace(office: Office, path: string, make: (usual: Handler) => Handler): void {
  const [room = '', name = ''] = path.split('.')
  const handlers = office.app.host.handlers[room]!
  const usual = handlers[name]!
  handlers[name] = make(usual as unknown as Handler) as unknown as typeof usual
  undo.push(() => void (handlers[name] = usual))
}

const withRights = (ctx: Context, change: Partial<Rights>): Context => ({
  ...ctx,
  rights: { ...ctx.rights, ...change },
})
const noFieldRules: Partial<Rights> = { field: () => null, restrictedFields: () => ({}) }
const everybody: Partial<Rights> = { readable: () => 'all', workable: () => 'all' }

/** The handler runs with more rights than the caller has. */
const asIf = (path: string, rights: Partial<Rights>) => (office: Office) =>
  replace(office, path, (usual) => (ctx, input) => usual(withRights(ctx, rights), input))

const faults: [name: string, only: string[], fault: (office: Office) => void][] = [
  [
    'own is taken for all',
    ['read', 'list'],
    ({ app }) => {
      const { rights } = app.host.services
      const of = rights.of.bind(rights)
      rights.of = (id, actor) => ({ ...of(id, actor), readable: () => 'all' })
    },
  ],
  [
    'a record is read by its id only',
    ['read'],
    (office) =>
      replace(office, 'customers.read', () => (ctx, { id }) => {
        const entity: Entity = ctx.services.entities.get('customers')
        const row = selectById(ctx, entity, id)
        if (!row) throw fail('notFound')
        return applyMasks(ctx, entity, row) as unknown as Known
      }),
  ],
  ['field rules are skipped in one list', ['list'], asIf('contacts.list', noFieldRules)],
  ['field rules are skipped in the history', ['history', 'update'], asIf('customers.history', noFieldRules)],
  ['field rules are skipped on the 360° page', ['overview'], asIf('customers.overview', noFieldRules)],
  ['a record is changed by its id only', ['update'], asIf('customers.update', { workable: () => 'all' })],
  ['a contact is attached to any customer', ['create'], asIf('contacts.create', { workable: () => 'all' })],
  ['fixed fields are changed', ['update'], asIf('customers.update', noFieldRules)],
  ['a total counts what is not seen', ['list'], asIf('customers.count', everybody)],
  ['suggestions come from everywhere', ['suggest'], asIf('customers.suggest', everybody)],
  ['the search looks everywhere', ['search'], asIf('search.find', everybody)],
  ['the search looks into hidden fields', ['search'], asIf('search.find', noFieldRules)],
  ['the recycle bin shows everything', ['bin', 'archive'], asIf('recycleBin.list', everybody)],
  ['the recycle bin gives back anything', ['restoreFromBin', 'archive'], asIf('recycleBin.restore', everybody)],
  ['the check of duplicates names what is out of sight', ['taken'], asIf('duplicates.check', everybody)],
  ['the check of duplicates tells by hidden fields', ['taken'], asIf('duplicates.check', noFieldRules)],
  ['pairs of duplicates are told past the scope', ['pairs'], asIf('duplicates.list', everybody)],
  ['ties lead out of sight', ['tied'], asIf('ties.ofCustomer', everybody)],
  ['shared records are shared on', ['share'], asIf('sharing.set', { workable: () => 'all' })],
  [
    'an undo forgets the rights',
    ['undo', 'update'],
    asIf('changeSets.undo', { ...everybody, ...noFieldRules, can: () => true }),
  ],
  [
    'a preview of an undo tells all',
    ['others', 'update'],
    asIf('changeSets.preview', { ...everybody, ...noFieldRules, can: () => true }),
  ],
  [
    'a refused call writes first',
    ['read'],
    (office) =>
      replace(office, 'customers.read', (usual) => (ctx, input) => {
        ctx.db
          .prepare(`INSERT OR REPLACE INTO stars (person_id, entity, record_id) VALUES (?, 'looked', ?)`)
          .run(ctx.user.id, input.id)
        return usual(ctx, input)
      }),
  ],
  ['an export takes out what one may only see', ['takeOut'], asIf('importExport.export', { workable: () => 'all' })],
  ['an export forgets the field rules', ['takeOut'], asIf('importExport.export', noFieldRules)],
  [
    'shares never run out',
    ['read', 'list'],
    (office) =>
      replace(
        office,
        'customers.list',
        (usual) => (ctx, input) => usual({ ...ctx, now: ctx.now - 30 * 86_400_000 }, input),
      ),
  ],
  [
    'the filter forgets the field rules, the rows keep them',
    ['list'],
    (office) =>
      replace(office, 'customers.list', (usual) => (ctx, input) => {
        const page = usual(withRights(ctx, noFieldRules), input)
        const entity: Entity = ctx.services.entities.get('customers')
        return { ...page, rows: page.rows.map((row) => applyMasks(ctx, entity, row) as unknown as StoredRow) }
      }),
  ],
  [
    'one hears of every change',
    ['events'],
    ({ app }) => {
      const { rights } = app.host.services
      const of = rights.of.bind(rights)
      rights.of = (id, actor) => ({ ...of(id, actor), readable: () => 'all', can: () => true })
    },
  ],
]

it.each(faults)(
  'is noticed: %s',
  async (_, only, fault) => {
    await expect(compare({ decisions: 60_000, questions: 120, seed: 1, only, fault })).rejects.toBeInstanceOf(Mismatch)
  },
  300_000,
)
