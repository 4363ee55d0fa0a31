// How the customer list draws its own columns.
import { Star } from '@lucide/vue'
import { h, type FunctionalComponent, type VNode } from 'vue'
import { RouterLink } from 'vue-router'
import type { customerFields } from '@shared/features/customers/fields'
import { t } from '@renderer/i18n'
import { named } from '@renderer/i18n/punctuation'
import { choiceLabel } from '@renderer/i18n/labels'
import { ago, coming, daysLate, exact } from '@renderer/i18n/times'
import TagMark from '@renderer/parts/TagMark.vue'
import type { AnyRow } from '@renderer/records/fieldList'
import { useLookups } from '@renderer/stores/lookups'

type Cell = FunctionalComponent<{ row: AnyRow }>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const time = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const line = (words: string, title?: string, tone?: string): VNode =>
  h('span', { class: ['one-line', tone], title }, words)

export const levelTone = (level: unknown): 'warn' | 'info' | 'plain' =>
  level === 'key' ? 'warn' : level === 'low' ? 'plain' : 'info'
export const customerPath = (id: number): string => `/customers/${id}`

const name: Cell = ({ row }) =>
  h('span', { class: 'one-line', style: { fontWeight: 500 } }, [
    h(
      RouterLink,
      {
        to: customerPath(row.id),
        tabindex: -1,
        style: { color: 'inherit' },
        title: text(row.name),
        onClick: (event: MouseEvent) => event.stopPropagation(),
      },
      () => text(row.name),
    ),
    row.starred === true
      ? h(Star, {
          size: 13,
          fill: 'currentColor',
          style: { marginLeft: '6px', verticalAlign: '-1px', color: 'var(--warn)' },
          'aria-label': t('customers.quick.starred'),
        })
      : null,
  ])

const level: Cell = ({ row }) =>
  row.level
    ? h(TagMark, { tone: levelTone(row.level) }, () => choiceLabel('customers', 'level', text(row.level)))
    : null

const lastFollowedAt: Cell = ({ row }) => {
  const at = time(row.lastFollowedAt)
  return at === null ? line(t('words.never'), undefined, 'quiet') : line(ago(at), exact(at))
}

/** When the next contact is due, in words; late ones in red. */
export function nextWords(at: number | null): { words: string; tone?: string } {
  if (at === null) return { words: t('words.noValue'), tone: 'quiet' }
  const late = daysLate(at)
  return late > 0 ? { words: t('words.time.daysLate', { n: late }), tone: 'bad' } : { words: coming(at) }
}

const nextFollowAt: Cell = ({ row }) => {
  const at = time(row.nextFollowAt)
  const { words, tone } = nextWords(at)
  return line(words, at === null ? undefined : exact(at), tone)
}

const wayLabel = (row: AnyRow): string =>
  row.lastFollowUpWay ? choiceLabel('followUps', 'way', text(row.lastFollowUpWay)) : ''

const lastFollowUp: Cell = ({ row }) => {
  const said = text(row.lastFollowUp)
  return said ? line(named(wayLabel(row), said), said, 'quiet') : null
}
const lastFollowUpWay: Cell = ({ row }) => line(wayLabel(row))
const instant =
  (key: string): Cell =>
  ({ row }) => {
    const at = time(row[key])
    return at === null ? null : line(ago(at), exact(at))
  }

/** What these cells look at beside their own fields. */
export const customerNeeds = [
  'name',
  'starred',
  'level',
  'ownerId',
  'lastFollowedAt',
  'lastFollowUpWay',
  'nextFollowAt',
] as const satisfies readonly (keyof typeof customerFields.fields)[]

export const customerCells: Record<string, Cell> = {
  name,
  level,
  lastFollowedAt,
  nextFollowAt,
  lastFollowUp,
  lastFollowUpWay,
  createdAt: instant('createdAt'),
  updatedAt: instant('updatedAt'),
}

/** On a phone: the name, and under it what decides whether to call. */
export const narrowCustomer: Cell = ({ row }) => {
  const at = time(row.lastFollowedAt)
  const next = time(row.nextFollowAt)
  const { words, tone } = nextWords(next)
  return h('span', { style: { display: 'grid', flex: 1, minWidth: 0, gap: '2px' } }, [
    h('span', { style: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 } }, [
      h('span', { class: 'one-line', style: { flex: 1, fontWeight: 500 } }, text(row.name)),
      h(level, { row }),
    ]),
    h('span', { class: 'caption one-line' }, [
      [useLookups().personName(time(row.ownerId)), at === null ? t('words.never') : ago(at)]
        .filter(Boolean)
        .join(' · '),
      next === null ? null : h('span', { class: tone }, ` · ${words}`),
    ]),
  ])
}
