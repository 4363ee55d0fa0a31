// What a rule of data quality is called.
import type { RectificationOrder } from '@shared/features/dataQuality/endpoints'
import type { QualityRule } from '@shared/features/dataQuality/rules'
import { t } from '@renderer/i18n'

type Named = Pick<QualityRule, 'kind' | 'name' | 'days'>

export function ruleName({ kind, name, days }: Named): string {
  if (name !== '') return name
  if (kind !== 'noFollowUp') return t(`dataQuality.kinds.${kind}`)
  return days === null ? t('dataQuality.kinds.noFollowUpAny') : t('dataQuality.kinds.noFollowUp', { days })
}

export const orderName = ({
  kind,
  ruleName: name,
  days,
}: Pick<RectificationOrder, 'kind' | 'ruleName' | 'days'>): string => ruleName({ kind, name: name ?? '', days })
