// Customers on paper: the card of one, the list of many.
import type { Context } from '@main/api/context'
import { recordFacts, recordTable } from '@main/printing/records'
import { paper } from '@main/printing/paper'
import { wordsIn } from '@shared/locales/wordsIn'
import type { Entity, StoredRow } from '@main/records/entity'
import { list } from '@main/records/list'
import { applyMasks } from '@main/records/masks'
import { reachable, visibleIds } from '@main/records/read'
import { scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import type { InputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import { type customersEndpoints, printedMost } from '@shared/features/customers/endpoints'
import type { Language } from '@shared/locales/messages'
import type { PaperData } from '@shared/printing/template'
import type { Permission } from '@shared/permissions'
import { customers } from './entity'

const listColumns = ['name', 'type', 'level', 'ownerId', 'phone', 'region', 'lastFollowedAt', 'nextFollowAt']
const contactColumns = ['name', 'post', 'phone', 'mail', 'wechat', 'decisionRole']
const followUpColumns = ['followedAt', 'way', 'personId', 'contactName', 'content', 'nextStep']
/** Follow-ups on a card, the newest. */
const lastFew = 15

/** What hangs on a customer, as far as the viewer may print it. */
function childrenOf(ctx: Context, entity: Entity, id: number, order: string): StoredRow[] {
  const reach = `${entity.room}.print` as Permission // rooms on a card all have this right
  if (!ctx.rights.can(reach)) return []
  const [seen, inReach] = [scope(ctx, entity, 'read'), scope(ctx, entity, reach)]
  return selectRows(
    ctx,
    entity,
    {
      sql: `t.customer_id = ? AND t.archived_at IS NULL AND ${seen.sql} AND ${inReach.sql}`,
      params: [id, ...seen.params, ...inReach.params],
    },
    order,
  )
}

// the engine's verbs take any entity
const whole = customers as unknown as Entity

function cardData(ctx: Context, row: StoredRow | null, language: Language): PaperData & { title: string } {
  const [contacts, followUps] = [ctx.services.entities.get('contacts'), ctx.services.entities.get('followUps')]
  const masked = applyMasks(ctx, customers, row ?? { id: 0, version: 0, archivedAt: null, custom: {} })
  const found = (entity: Entity, order: string) =>
    row ? childrenOf(ctx, entity, row.id, order).map((one) => applyMasks(ctx, entity, one)) : []
  return {
    title: String(masked.name ?? wordsIn(language).entities.customers),
    ...recordFacts(ctx, whole, masked, { language, prefix: 'customer' }),
    tables: {
      contacts: recordTable(ctx, contacts, found(contacts, 'ORDER BY t.is_primary DESC, t.id LIMIT 50'), {
        language,
        keys: contactColumns,
      }),
      followUps: recordTable(ctx, followUps, found(followUps, `ORDER BY t.followed_at DESC LIMIT ${lastFew}`), {
        language,
        keys: followUpColumns,
      }),
    },
  }
}

export function printCard(ctx: Context, { id, ...order }: InputOf<(typeof customersEndpoints)['printCard']>) {
  const row = reachable(ctx, customers, id, 'customers.print')
  ctx.about('customers', id)
  const { title, ...data } = cardData(ctx, row, order.language)
  return paper(ctx, 'customerCard', order, title, data)
}

type PrintedList = InputOf<(typeof customersEndpoints)['printList']>

/** One may see more than one may print; what is withheld is not among the lines. */
function printable(ctx: Context, { filter, search, sort }: PrintedList): StoredRow[] {
  const asked = { ...(filter && { filter }), ...(search && { search }), ...(sort && { sort }) }
  const found: StoredRow[] = []
  for (let after: string | null | undefined; after !== null && found.length <= printedMost;) {
    const page = list(ctx, customers, { ...asked, limit: 200, ...(after === undefined ? {} : { after }) })
    const ids = page.rows.map(({ id }) => id)
    const may = new Set(visibleIds(ctx, whole, ids, 'customers.print'))
    found.push(...page.rows.filter(({ id }) => may.has(id)))
    after = page.next
  }
  if (found.length > printedMost) throw fail('rule', { code: 'tooManyToPrint', params: { most: printedMost } })
  return found
}

function listData(ctx: Context, rows: readonly StoredRow[], language: Language, keys: readonly string[]) {
  const { headings } = wordsIn(language).printTemplates
  return {
    labels: { count: headings.count, filter: headings.filter },
    values: { count: String(rows.length), filter: '' },
    tables: { customers: recordTable(ctx, whole, rows, { language, keys }) },
  }
}

export function printList(ctx: Context, input: PrintedList) {
  const rows = printable(ctx, input)
  const { columns, title, told, language, ...order } = input
  const data = listData(ctx, rows, language, columns)
  ctx.about('customers', null, { rows: rows.length, columns, filter: input.filter, search: input.search })
  return paper(ctx, 'customerList', { language, ...order }, title, {
    ...data,
    values: { ...data.values, filter: told },
  })
}

const newest = (ctx: Context, limit: number): StoredRow[] =>
  list(ctx, customers, { limit, sort: [{ field: 'updatedAt', direction: 'desc' }] }).rows

export const customerPapers = {
  customerCard: {
    example: (ctx: Context, language: Language) => cardData(ctx, newest(ctx, 1)[0] ?? null, language),
  },
  customerList: {
    example: (ctx: Context, language: Language) => ({
      title: wordsIn(language).customers.title,
      ...listData(ctx, newest(ctx, 8), language, listColumns),
    }),
  },
}
