// What people did in a stretch of time, and how their customers stand: counted among the records the viewer sees.
import type { Context } from '@main/api/context'
import { longRead } from '@main/records/longRead'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import type { PersonFigures } from '@shared/features/today/endpoints'
import type { Stretch } from '@shared/features/today/periods'

type Figures = Omit<PersonFigures, 'personId'>

/** Every person asked for, with noughts where nothing is found. */
export async function figuresOf(
  ctx: Context,
  people: readonly number[],
  stretch: Stretch,
): Promise<Map<number, PersonFigures>> {
  const [spoken, fresh, steps] = await Promise.all([
    spokenBy(ctx, people, stretch),
    newCustomersOf(ctx, people, stretch),
    nextStepsOf(ctx, people),
  ])
  const at = <T>(found: Map<number, T> | null, id: number, none: T): T | null => found && (found.get(id) ?? none)
  return new Map(
    people.map((personId) => {
      const said = at(spoken, personId, { followUps: 0, visits: 0 })
      const held = at(steps, personId, { customers: 0, withNextStep: 0 })
      const figures: Figures = {
        followUps: said?.followUps ?? null,
        visits: said && seesField(ctx, 'followUps', 'way') ? said.visits : null,
        newCustomers: at(fresh, personId, 0),
        customers: held?.customers ?? null,
        withNextStep: held?.withNextStep ?? null,
      }
      return [personId, { personId, ...figures }]
    }),
  )
}

// ids of our own making
const among = (people: readonly number[]): string => people.join(',')

const seesAll = (ctx: Context, entity: string, fields: readonly string[]): boolean =>
  fields.every((field) => seesField(ctx, entity, field))

interface Spoken {
  followUps: number
  visits: number
}

async function spokenBy(
  ctx: Context,
  people: readonly number[],
  { from, to }: Stretch,
): Promise<Map<number, Spoken> | null> {
  if (!ctx.rights.can('followUps.view') || !seesAll(ctx, 'followUps', ['personId', 'followedAt'])) return null
  const followUps = ctx.services.entities.get('followUps')
  const seen = scope(ctx, followUps, 'read')
  const rows = await longRead<Spoken & { personId: number }>(
    ctx,
    followUps,
    `SELECT t.person_id personId, count(*) followUps, sum(t.way = 'visit') visits FROM follow_ups t
     WHERE t.person_id IN (${among(people)}) AND t.followed_at BETWEEN ? AND ? AND t.archived_at IS NULL AND ${seen.sql}
     GROUP BY t.person_id`,
    [from, to - 1, ...seen.params],
  )
  return new Map(rows.map(({ personId, ...spoken }) => [personId, spoken]))
}

async function newCustomersOf(
  ctx: Context,
  people: readonly number[],
  { from, to }: Stretch,
): Promise<Map<number, number> | null> {
  if (!ctx.rights.can('customers.view') || !seesField(ctx, 'customers', 'ownerId')) return null
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const rows = await longRead<{ ownerId: number; n: number }>(
    ctx,
    customers,
    `SELECT t.owner_id ownerId, count(*) n FROM customers t INDEXED BY customers_created
     WHERE t.owner_id IN (${among(people)}) AND t.created_at BETWEEN ? AND ? AND t.archived_at IS NULL AND ${seen.sql}
     GROUP BY t.owner_id`,
    [from, to - 1, ...seen.params],
  )
  return new Map(rows.map(({ ownerId, n }) => [ownerId, n]))
}

interface Steps {
  customers: number
  withNextStep: number
}

async function nextStepsOf(ctx: Context, people: readonly number[]): Promise<Map<number, Steps> | null> {
  if (!ctx.rights.can('customers.view') || !seesAll(ctx, 'customers', ['ownerId', 'nextFollowAt', 'type'])) return null
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const rows = await longRead<Steps & { ownerId: number }>(
    ctx,
    customers,
    `SELECT t.owner_id ownerId, count(*) customers, count(t.next_follow_at) withNextStep FROM customers t
     WHERE t.owner_id IN (${among(people)}) AND t.archived_at IS NULL AND t.type IS NOT 'lost' AND ${seen.sql}
     GROUP BY t.owner_id`,
    seen.params,
  )
  return new Map(rows.map(({ ownerId, ...steps }) => [ownerId, steps]))
}
