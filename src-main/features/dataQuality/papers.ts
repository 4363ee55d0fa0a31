// The month's rates on paper, and what still waits, by person.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { paper } from '@main/printing/paper'
import type { Entity } from '@main/records/entity'
import { visibleIds } from '@main/records/read'
import type { InputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import type { dataQualityEndpoints, RectificationOrder } from '@shared/features/dataQuality/endpoints'
import { type Counts, inTimeShare, sumOf } from '@shared/features/dataQuality/rates'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'
import type { Paper } from '@shared/printing/order'
import type { PaperColumn, PaperData, PaperTable } from '@shared/printing/template'
import { ordersOf, ratesOf } from './reading'

/** Orders on the paper; how many more there are is said. */
const listedMost = 500
const counts = ['dueInMonth', 'inTime', 'late', 'open', 'overdue'] as const

type NameOf = (personId: number) => string
const namesIn =
  (ctx: Context): NameOf =>
  (id) =>
    statement<[number], { name: string }>(ctx.db, 'SELECT name FROM people WHERE id = ?').get(id)?.name ?? ''

function ratesTable(ctx: Context, month: string, language: Language): PaperTable & { sum: Counts } {
  const { dataQuality } = wordsIn(language)
  const nameOf = namesIn(ctx)
  const rates = ratesOf(ctx, month)
  const sum = sumOf(rates)
  const line = (person: string, of: Counts): Record<string, string> => ({
    person,
    ...Object.fromEntries(counts.map((key) => [key, String(key === 'dueInMonth' ? of.due : of[key])])),
    rate: inTimeShare(of),
  })
  const number = (key: (typeof counts)[number] | 'rate'): PaperColumn => ({
    key,
    label: dataQuality.columns[key],
    align: 'right',
  })
  return {
    sum,
    columns: [{ key: 'person', label: dataQuality.columns.person }, ...counts.map(number), number('rate')],
    rows: rates.length ? [...rates.map((rate) => line(nameOf(rate.personId), rate)), line(dataQuality.sum, sum)] : [],
  }
}

function problemOf({ kind, ruleName, days }: RectificationOrder, language: Language): string {
  const { kinds } = wordsIn(language).dataQuality
  if (ruleName) return ruleName
  return kind === 'noFollowUp' && days !== null
    ? kinds.noFollowUp.replace('{days}', String(days))
    : kinds[kindWord(kind)]
}
const kindWord = (kind: RectificationOrder['kind']) => (kind === 'noFollowUp' ? 'noFollowUpAny' : kind)

/** What is not yet put right, of customers one may print; person by person, the most pressing first. */
function waitingTable(ctx: Context, language: Language): PaperTable {
  const { dataQuality, printTemplates } = wordsIn(language)
  const { rows } = ordersOf(ctx, { unsettled: true, limit: listedMost })
  const customers = ctx.services.entities.get('customers') as unknown as Entity // the engine's verbs take any entity
  const may = new Set(visibleIds(ctx, customers, [...new Set(rows.map((row) => row.customerId))], 'customers.print'))
  const nameOf = namesIn(ctx)
  const lines = rows
    .filter((row) => may.has(row.customerId))
    .sort((a, b) => a.personId - b.personId || a.dueOn.localeCompare(b.dueOn) || a.id - b.id)
  const columns = (['person', 'customer', 'what', 'due', 'state'] as const).map((key) => ({
    key,
    label: dataQuality.columns[key],
  }))
  return {
    columns: [{ key: 'line', label: printTemplates.headings.line }, ...columns],
    rows: lines.map((row, at) => ({
      line: String(at + 1),
      person: nameOf(row.personId),
      customer: row.customerName,
      what: problemOf(row, language),
      due: row.dueOn,
      state: dataQuality.states[row.state],
    })),
  }
}

function dataOf(ctx: Context, month: string, language: Language): PaperData & { title: string } {
  const { dataQuality, printTemplates } = wordsIn(language)
  const { sum, ...rates } = ratesTable(ctx, month, language)
  const waiting = waitingTable(ctx, language)
  const all = sum.open + sum.overdue
  const { columns } = dataQuality
  return {
    title: dataQuality.paperTitle.replace('{month}', month),
    labels: {
      month: dataQuality.month,
      due: columns.dueInMonth,
      inTime: columns.inTime,
      rate: columns.rate,
      waiting: printTemplates.headings.waiting,
      listed: printTemplates.headings.listed,
      formula: printTemplates.headings.formula,
    },
    values: {
      month,
      due: String(sum.due),
      inTime: String(sum.inTime),
      rate: inTimeShare(sum),
      waiting: String(all),
      listed: waiting.rows.length < all ? String(waiting.rows.length) : '',
      formula: dataQuality.rateHint,
    },
    tables: { rates, waiting },
  }
}

export function printRates(ctx: Context, input: InputOf<(typeof dataQualityEndpoints)['print']>): Paper {
  const { month, ...order } = input
  if (!ctx.rights.can('dataQuality.view')) throw fail('forbidden')
  const { title, ...data } = dataOf(ctx, month, order.language)
  ctx.about('dataQuality', null, { month, rows: data.tables['waiting']?.rows.length ?? 0 })
  return paper(ctx, 'dataQuality', order, title, data)
}

export const dataQualityPapers = {
  dataQuality: {
    example(ctx: Context, language: Language) {
      const title = wordsIn(language).dataQuality.title
      if (!ctx.rights.can('dataQuality.view')) return { title, labels: {}, values: {}, tables: {} }
      return dataOf(ctx, dayOf(ctx.now).slice(0, 7), language)
    },
  },
}
