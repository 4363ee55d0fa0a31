// A dated list on paper: who came, who left, and all who stood there.
import type { Context } from '@main/api/context'
import { paper } from '@main/printing/paper'
import { wordsIn } from '@shared/locales/wordsIn'
import { recordTable } from '@main/printing/records'
import { applyMasks } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import type { InputOf } from '@shared/api/endpoint'
import type { periodicListsEndpoints } from '@shared/features/periodicLists/endpoints'
import type { ListedType } from '@shared/features/periodicLists/rules'
import type { Language } from '@shared/locales/messages'
import type { Paper } from '@shared/printing/order'
import type { PaperData, PaperTable } from '@shared/printing/template'
import { datedLists, membersOf, readList } from './reading'

const printedMost = 2000
const keys = ['name', 'level', 'ownerId', 'phone', 'lastFollowedAt', 'nextFollowAt']
const pageOf = 500

interface Printed {
  id: number
  compareId?: number | undefined
  type: ListedType
}

/** Ids of the members one may print; more than a paper holds is refused. */
function idsOf(ctx: Context, asked: Printed, which: 'all' | 'entered' | 'left'): number[] {
  const ids: number[] = []
  for (let after: number | null | undefined; after !== null;) {
    const page = membersOf(ctx, { ...asked, which, limit: pageOf, ...(after === undefined ? {} : { after }) })
    ids.push(...page.rows.map((row) => row.customerId))
    if (ids.length > printedMost) throw fail('rule', { code: 'tooManyToPrint', params: { most: printedMost } })
    after = page.next
  }
  return ids
}

function tableOf(ctx: Context, ids: readonly number[], language: Language): PaperTable {
  const customers = ctx.services.entities.get('customers')
  const inReach = scope(ctx, customers, 'customers.print')
  const where = {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${inReach.sql}`,
    params: [JSON.stringify(ids), ...inReach.params],
  }
  const rows = selectRows(ctx, customers, where, 'ORDER BY t.owner_id, t.id').map((row) =>
    applyMasks(ctx, customers, row),
  )
  return recordTable(ctx, customers, rows, { language, keys })
}

function dataOf(ctx: Context, asked: Printed, language: Language): PaperData & { title: string } {
  const { periodicLists, printTemplates, choices } = wordsIn(language)
  const { date, against, count, entered, left } = printTemplates.headings
  const { list, compared } = readList(ctx, asked)
  const tables = {
    customers: tableOf(ctx, idsOf(ctx, asked, 'all'), language),
    entered: tableOf(ctx, compared ? idsOf(ctx, asked, 'entered') : [], language),
    left: tableOf(ctx, compared ? idsOf(ctx, asked, 'left') : [], language),
  }
  return {
    title: periodicLists.paperTitle.replace('{type}', choices.customers.type[asked.type]),
    labels: { date, against, count, entered, left },
    values: {
      date: list.madeOn,
      against: compared?.madeOn ?? '',
      count: String(tables.customers.rows.length),
      entered: compared ? String(tables.entered.rows.length) : '',
      left: compared ? String(tables.left.rows.length) : '',
    },
    tables,
  }
}

export function printPeriodicList(ctx: Context, input: InputOf<(typeof periodicListsEndpoints)['print']>): Paper {
  const { id, compareId, type, ...order } = input
  if (!ctx.rights.can('periodicLists.view')) throw fail('forbidden')
  const { title, ...data } = dataOf(
    ctx,
    { id, type, ...(compareId === undefined ? {} : { compareId }) },
    order.language,
  )
  ctx.about('periodicLists', id, { type, rows: data.values['count'] })
  return paper(ctx, 'periodicList', order, title, data)
}

export const periodicListPapers = {
  periodicList: {
    example(ctx: Context, language: Language) {
      const newest = ctx.rights.can('periodicLists.view') ? datedLists(ctx)[0] : undefined
      const title = wordsIn(language).periodicLists.title
      if (!newest) return { title, labels: {}, values: {}, tables: {} }
      return dataOf(ctx, { id: newest.id, type: 'potential' }, language)
    },
  },
}
