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
import type { ListMember, periodicListsEndpoints } from '@shared/features/periodicLists/endpoints'
import { type ListedType, listedTypes } from '@shared/features/periodicLists/rules'
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

type Which = 'all' | 'entered' | 'left'

/** Members in sight; more than a paper holds is refused. */
function allMembers(ctx: Context, asked: Printed, which: Which): ListMember[] {
  const members: ListMember[] = []
  for (let after: number | null | undefined; after !== null;) {
    const page = membersOf(ctx, { ...asked, which, limit: pageOf, ...(after === undefined ? {} : { after }) })
    members.push(...page.rows)
    if (members.length > printedMost) throw fail('rule', { code: 'tooManyToPrint', params: { most: printedMost } })
    after = page.next
  }
  return members
}

/** Those one may print, and of who came or left where from and where to. */
function tableOf(ctx: Context, listed: readonly ListMember[], which: Which, language: Language): PaperTable {
  const members = new Map(listed.map((member) => [member.customerId, member]))
  const customers = ctx.services.entities.get('customers')
  const inReach = scope(ctx, customers, 'customers.print')
  const where = {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${inReach.sql}`,
    params: [JSON.stringify([...members.keys()]), ...inReach.params],
  }
  const rows = selectRows(ctx, customers, where, 'ORDER BY t.owner_id, t.id').map((row) =>
    applyMasks(ctx, customers, row),
  )
  const table = recordTable(ctx, customers, rows, { language, keys, days: true })
  if (which === 'all') return table
  const { periodicLists, choices } = wordsIn(language)
  const otherOf = (id: number): string => {
    const type = members.get(id)?.otherType as ListedType | null | undefined // spans hold no other types
    return type ? choices.customers.type[type] : periodicLists.nowhere
  }
  return {
    columns: [...table.columns, { key: 'other', label: periodicLists.columns[which === 'entered' ? 'from' : 'to'] }],
    rows: table.rows.map((row, at) => ({ ...row, other: otherOf(rows[at]?.id ?? 0) })),
  }
}

const labelsIn = (language: Language): Record<string, string> => {
  const { date, against, count, entered, left } = wordsIn(language).printTemplates.headings
  return { date, against, count, entered, left }
}

function dataOf(ctx: Context, asked: Printed, language: Language): PaperData & { title: string } {
  const { periodicLists } = wordsIn(language)
  const { list, compared } = readList(ctx, asked)
  const tables = {
    customers: tableOf(ctx, allMembers(ctx, asked, 'all'), 'all', language),
    entered: tableOf(ctx, allMembers(ctx, asked, 'entered'), 'entered', language),
    left: tableOf(ctx, allMembers(ctx, asked, 'left'), 'left', language),
  }
  return {
    title: periodicLists.paperTitle.replace('{type}', periodicLists.names[asked.type]),
    labels: labelsIn(language),
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

/** What a paper will show once there is a list. */
function emptyData(ctx: Context, language: Language): PaperData & { title: string } {
  const labels = labelsIn(language)
  const nothing = (which: Which): PaperTable => tableOf(ctx, [], which, language)
  return {
    title: wordsIn(language).periodicLists.title,
    labels,
    values: Object.fromEntries(Object.keys(labels).map((key) => [key, ''])),
    tables: { customers: nothing('all'), entered: nothing('entered'), left: nothing('left') },
  }
}

export function printPeriodicList(ctx: Context, input: InputOf<(typeof periodicListsEndpoints)['print']>): Paper {
  const { id, compareId, type, ...order } = input
  if (!ctx.rights.can('periodicLists.view')) throw fail('forbidden')
  const parts = (type ? [type] : listedTypes).map((one) =>
    dataOf(ctx, { id, type: one, ...(compareId === undefined ? {} : { compareId }) }, order.language),
  )
  const rowsOf = ({ tables }: PaperData): number =>
    (tables['customers']?.rows.length ?? 0) + (tables['left']?.rows.length ?? 0)
  ctx.about('periodicLists', id, { type, rows: parts.reduce((sum, part) => sum + rowsOf(part), 0) })
  const [first] = parts
  const title = type && first ? first.title : wordsIn(order.language).periodicLists.title
  return paper(ctx, 'periodicList', order, title, parts)
}

export const periodicListPapers = {
  periodicList: {
    example(ctx: Context, language: Language) {
      const newest = ctx.rights.can('periodicLists.view') ? datedLists(ctx)[0] : undefined
      return newest ? dataOf(ctx, { id: newest.id, type: 'potential' }, language) : emptyData(ctx, language)
    },
  },
}
