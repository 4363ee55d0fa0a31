// Whose business a rule about customers' data is: only of those who see all that it looks at, since an order tells of it.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import type { Filter } from '@shared/api/filters'
import { qualityKinds, type QualityRule } from '@shared/features/dataQuality/rules'
import { restrictedFields, seesField, type Sight } from './masks'
import { type Condition, everything, seesWherever } from './scope'

type Rule = Pick<QualityRule, 'kind' | 'filter'>

const fieldsIn = (filter: Filter): string[] => {
  if ('and' in filter) return filter.and.flatMap(fieldsIn)
  return 'or' in filter ? filter.or.flatMap(fieldsIn) : [filter.field]
}

export function seesRule(sight: Sight, { kind, filter }: Rule): boolean {
  const sees = (field: string): boolean => seesField(sight, 'customers', field)
  switch (kind) {
    case 'missingPhone':
      return seesPhones(sight)
    case 'noFollowUp':
      return sees('lastFollowedAt')
    case 'duplicate':
      return sees('name')
    case 'taxNumber':
      return sees('taxNumber')
    case 'own':
      return filter !== null && fieldsIn(filter).every(sees)
  }
}

/** Whether there is one shows through a mask too. */
function seesPhones(sight: Sight): boolean {
  const [customers, contacts] = [sight.services.entities.get('customers'), sight.services.entities.get('contacts')]
  return (
    seesWherever(sight, customers, contacts) &&
    [customers, contacts].every((entity) => {
      const { phone, otherPhones } = restrictedFields(sight, entity)
      return phone !== 'hidden' && otherPhones !== 'hidden'
    })
  )
}

/** The condition on orders known as `o`. What a rule that is gone looked at nobody knows: it is for who sees everything. */
export function ordersInSight(ctx: Context): Condition {
  const restricted = Object.values(restrictedFields(ctx, ctx.services.entities.get('customers')))
  const { rules } = readSetting(ctx.db, 'dataQuality.settings')
  const gone = qualityKinds
    .filter((kind) => kind !== 'own' && !rules.some((rule) => rule.key === kind))
    .map((kind) => ({ key: kind, kind, filter: null }))
  const known = [...rules, ...gone]
  const unseen = known.filter((rule) => !seesRule(ctx, rule)).map(({ key }) => key)
  if (unseen.length === 0 && restricted.every((right) => right === 'readOnly')) return everything
  const seen = known.map(({ key }) => key).filter((key) => !unseen.includes(key))
  return { sql: 'o.rule IN (SELECT value FROM json_each(?))', params: [JSON.stringify(seen)] }
}
