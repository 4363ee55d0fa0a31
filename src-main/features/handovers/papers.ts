// A handover on paper: what went to whom, with room for both to sign.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { paper } from '@main/printing/paper'
import { wordsIn } from '@shared/locales/wordsIn'
import { minuteOf } from '@main/records/fieldTexts'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { dayOf } from '@shared/dates'
import type { handoversEndpoints } from '@shared/features/handovers/endpoints'
import type { Language } from '@shared/locales/messages'
import type { Paper } from '@shared/printing/order'
import type { PaperColumn, PaperData } from '@shared/printing/template'
import { keptHandovers, readHandover } from './kept'

type Whole = OutputOf<(typeof handoversEndpoints)['read']>

const nameOf = (ctx: Context, id: number): string =>
  statement<[number], { name: string }>(ctx.db, 'SELECT name FROM people WHERE id = ?').get(id)?.name ?? ''

function columnsIn(language: Language): PaperColumn[] {
  const { handovers, printTemplates, fields } = wordsIn(language)
  return [
    { key: 'line', label: printTemplates.headings.line },
    { key: 'name', label: fields.customers.name },
    { key: 'level', label: fields.customers.level },
    { key: 'last', label: handovers.columns.last },
    { key: 'next', label: handovers.columns.next },
    { key: 'score', label: handovers.columns.score, align: 'right' },
    { key: 'to', label: handovers.columns.to },
  ]
}

function dataOf(ctx: Context, whole: Whole | null, language: Language): PaperData {
  const { handovers, printTemplates, choices } = wordsIn(language)
  const { from, to, handedAt, count, rest, receivers } = printTemplates.headings
  const levels: Record<string, string> = choices.customers.level
  const kept = whole?.handover
  const successors = (kept?.successorIds ?? []).map((id) => nameOf(ctx, id))
  const remaining = kept
    ? [
        handovers.remainings[kept.remaining],
        kept.readUntilOn ? handovers.readUntil.replace('{day}', kept.readUntilOn) : '',
        kept.leaveOn ?? '',
      ]
    : []
  return {
    labels: { from, to, handedAt, count, rest, reason: handovers.note, receivers },
    values: {
      from: kept ? nameOf(ctx, kept.leaverId) : '',
      to: successors.join('、'),
      handedAt: kept ? minuteOf(kept.at) : '',
      count: kept ? String(kept.customers) : '',
      rest: remaining.filter(Boolean).join(' · '),
      reason: kept?.note ?? '',
      // each of them signs
      receivers: successors.length > 0 ? successors.map((name) => `${to} ${name}`).join('\n') : to,
    },
    tables: {
      customers: {
        columns: columnsIn(language),
        rows: (whole?.lines ?? []).map((line, at) => ({
          line: String(at + 1),
          name: line.customerName,
          level: line.level ? (levels[line.level] ?? line.level) : '',
          last: line.lastFollowedAt === null ? '' : dayOf(line.lastFollowedAt),
          next: line.nextStep ?? '',
          score: line.score === null ? '' : String(line.score),
          to: nameOf(ctx, line.successorId),
        })),
      },
    },
  }
}

export function printHandover(ctx: Context, { id, ...order }: InputOf<(typeof handoversEndpoints)['print']>): Paper {
  const whole = readHandover(ctx, id)
  ctx.about('people', whole.handover.leaverId, { handover: id, rows: whole.lines.length })
  return paper(ctx, 'handover', order, wordsIn(order.language).handovers.paperTitle, dataOf(ctx, whole, order.language))
}

export const handoverPapers = {
  handover: {
    example(ctx: Context, language: Language) {
      const newest = ctx.rights.can('handovers.manage') ? keptHandovers(ctx, null)[0] : undefined
      const whole = newest ? readHandover(ctx, newest.id) : null
      return { title: wordsIn(language).handovers.paperTitle, ...dataOf(ctx, whole, language) }
    },
  },
}
