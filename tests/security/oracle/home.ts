// The figures of the home page, counted again by hand among what the asker sees.
import { stretchOf } from '@shared/features/today/periods'
import { type Asked, type Question, same, tell } from './asking'

const dayMs = 86_400_000

interface Home {
  mine: Record<string, unknown>
  people: Record<string, unknown>[] | null
  quiet: { count: number } | null
}

/** Null where a field they rest on is not seen whole. */
function figures({ oracle, who, office }: Asked, personId: number): Record<string, unknown> {
  const { from, to } = stretchOf('thisWeek', office.app.clock.now)
  const count = (
    kind: 'customers' | 'followUps',
    fields: string[],
    holds: (row: Record<string, unknown>) => boolean,
  ) => (oracle.can(who.id, `${kind}.view`) ? (oracle.listed(who.id, kind, fields, holds)?.length ?? null) : null)
  const spoken = (fields: string[], holds: (row: Record<string, unknown>) => boolean) =>
    count('followUps', ['personId', 'followedAt', ...fields], (row) => {
      const at = Number(row['followedAt'])
      return row['personId'] === personId && at >= from && at < to && holds(row)
    })
  const owned = (holds: (row: Record<string, unknown>) => boolean) =>
    count('customers', ['ownerId', 'nextFollowAt', 'type'], (row) => row['ownerId'] === personId && holds(row))
  return {
    followUps: spoken([], () => true),
    visits: spoken(['way'], (row) => row['way'] === 'visit'),
    customers: owned(() => true),
    withNextStep: owned((row) => row['nextFollowAt'] !== null),
  }
}

export const home: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const whose = random.pick(['me', 'myPeople'] as const)
  const told = await tell(asked, 'today.home', { whose, period: 'thisWeek' })
  const allowed = oracle.can(who.id, 'followUps.view')
  same(asked, 'home', told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const { mine, people, quiet } = told.output as unknown as Home
  const led = office.world.people
    .map(({ id }) => id)
    .filter((id) => id === who.id || oracle.standsAbove(who.id, id) || oracle.scopeHolds(who.id, 'auditLog.view', id))
  const leads = led.some((id) => id !== who.id)
  same(asked, 'people led', people?.map((row) => row['personId']).sort() ?? null, leads ? [...led].sort() : null)
  for (const { newCustomers: _unknown, personId, ...shown } of [mine, ...(people ?? [])])
    same(asked, `figures of ${String(personId)}`, shown, figures(asked, Number(personId)))
  const owners = whose === 'me' ? [who.id] : led.filter((id) => id !== who.id)
  const limit = new Date(office.app.clock.now - 30 * dayMs).setHours(0, 0, 0, 0)
  const silent = oracle.can(who.id, 'customers.view')
    ? oracle.listed(who.id, 'customers', ['name', 'ownerId', 'type', 'lastFollowedAt'], (row) => {
        const last = row['lastFollowedAt'] as number | null
        return owners.includes(row['ownerId'] as number) && (last === null || last < limit)
      })
    : null
  same(asked, 'how many are quiet', quiet?.count ?? null, silent?.length ?? null)
}
