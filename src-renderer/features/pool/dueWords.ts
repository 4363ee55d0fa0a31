import type { OutputAt } from '@renderer/api/paths'
import { t } from '@renderer/i18n'

/** When a customer goes to the pool, and by which rule. */
export function dueWords({ on, why }: NonNullable<OutputAt<'pool.moves'>['due']>): string {
  if (!why) return t('pool.moves.due', { day: on })
  const rule = t('pool.settings.whyDays', { why: t(`pool.settings.kinds.${why.kind}`), n: why.days })
  return t('pool.moves.dueWhy', { day: on, why: rule })
}
