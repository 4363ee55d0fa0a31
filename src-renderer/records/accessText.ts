// Who was let in beside the owner, as a history tells it: the team, and shares to named people until a day.
import { z } from 'zod'
import { t } from '@renderer/i18n'
import { inRow } from '@renderer/i18n/punctuation'
import { useLookups } from '@renderer/stores/lookups'

const entries = z.array(
  z.object({ personId: z.number(), level: z.enum(['read', 'write']), untilOn: z.string().nullish() }),
)
const lists = { 'access.team': 'sharing.team', 'access.share': 'sharing.shares' } as const

/** The name of such a list; null for what is a field. @example accessLabel('access.team') // 团队成员 */
export const accessLabel = (key: string): string | null =>
  key === 'access.team' || key === 'access.share' ? t(lists[key]) : null

/** @example accessText([{ personId: 4, level: 'read', untilOn: null }]) // 周敏（只读） */
export function accessText(value: unknown): string {
  const { personName } = useLookups()
  const list = entries.safeParse(value ?? []).data ?? []
  return inRow(
    list.map(({ personId, level, untilOn }) =>
      t(untilOn ? 'sharing.entryUntil' : 'sharing.entry', {
        name: personName(personId),
        level: t(`sharing.levels.${level}`),
        day: untilOn ?? '',
      }),
    ),
  )
}
