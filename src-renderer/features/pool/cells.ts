// How the pool's list draws its columns.
import { h, type FunctionalComponent, type VNode } from 'vue'
import type { poolFields } from '@shared/features/pool/fields'
import { t } from '@renderer/i18n'
import { choiceLabel } from '@renderer/i18n/labels'
import { ago, exact } from '@renderer/i18n/times'
import TagMark from '@renderer/parts/TagMark.vue'
import type { AnyRow } from '@renderer/records/fieldList'
import { useLookups } from '@renderer/stores/lookups'

type Cell = FunctionalComponent<{ row: AnyRow }>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const time = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const line = (words: string, title?: string, tone?: string): VNode =>
  h('span', { class: ['one-line', tone], title }, words)

const name: Cell = ({ row }) => h('span', { class: 'one-line', style: { fontWeight: 500 } }, text(row.name))
const level: Cell = ({ row }) =>
  row.level
    ? h(TagMark, { tone: row.level === 'key' ? 'warn' : row.level === 'low' ? 'plain' : 'info' }, () =>
        choiceLabel('pool', 'level', text(row.level)),
      )
    : null
const lastFollowedAt: Cell = ({ row }) => {
  const at = time(row.lastFollowedAt)
  return at === null ? line(t('words.never'), undefined, 'quiet') : line(ago(at), exact(at))
}
const pooledAt: Cell = ({ row }) => {
  const at = time(row.pooledAt)
  return at === null ? null : line(ago(at), exact(at))
}

/** What these cells look at beside their own fields. */
export const pooledNeeds = [
  'name',
  'level',
  'industry',
  'lastFollowedAt',
  'pooledAt',
  'formerOwnerId',
] as const satisfies readonly (keyof typeof poolFields.fields)[]

export const poolCells: Record<string, Cell> = { name, level, lastFollowedAt, pooledAt }

export const narrowPooled: Cell = ({ row }) => {
  const [since, last] = [time(row.pooledAt), time(row.lastFollowedAt)]
  const facts = [
    text(row.industry),
    since === null ? '' : t('pool.since', { at: ago(since) }),
    last === null ? t('words.never') : ago(last),
    useLookups().personName(time(row.formerOwnerId)),
  ]
  return h('span', { style: { display: 'grid', flex: 1, minWidth: 0, gap: '2px' } }, [
    h('span', { style: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 } }, [
      h('span', { class: 'one-line', style: { flex: 1, fontWeight: 500 } }, text(row.name)),
      h(level, { row }),
    ]),
    h('span', { class: 'caption one-line' }, facts.filter(Boolean).join(' · ')),
  ])
}
