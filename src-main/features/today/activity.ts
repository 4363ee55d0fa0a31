// What people did in a stretch of time, and how their customers stand: counted among the records the viewer sees.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import type { PersonFigures } from '@shared/features/today/endpoints'
import type { Stretch } from '@shared/features/today/periods'

type Figures = Omit<PersonFigures, 'personId'>

/** Every person asked for, with noughts where nothing is found. */
export function figuresOf(ctx: Context, people: readonly number[], stretch: Stretch): Map<number, PersonFigures> {
  const spoken = spokenBy(ctx, people, stretch)
  const fresh = newCustomersOf(ctx, people, stretch)
  const steps = nextStepsOf(ctx, people)
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

function spokenBy(ctx: Context, people: readonly number[], { from, to }: Stretch): Map<number, Spoken> | null {
  if (!ctx.rights.can('followUps.view') || !seesAll(ctx, 'followUps', ['personId', 'followedAt'])) return null
  const seen = scope(ctx, ctx.services.entities.get('followUps'), 'read')
  const rows = statement<unknown[], Spoken & { personId: number }>(
    ctx.db,
    `SELECT t.person_id personId, count(*) followUps, sum(t.way = 'visit') visits FROM follow_ups t
     WHERE t.person_id IN (${among(people)}) AND t.followed_at BETWEEN ? AND ? AND t.archived_at IS NULL AND ${seen.sql}
     GROUP BY t.person_id`,
  ).all(from, to - 1, ...seen.params)
  return new Map(rows.map(({ personId, ...spoken }) => [personId, spoken]))
}

function newCustomersOf(ctx: Context, people: readonly number[], { from, to }: Stretch): Map<number, number> | null {
  if (!ctx.rights.can('customers.view') || !seesField(ctx, 'customers', 'ownerId')) return null
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const rows = statement<unknown[], { ownerId: number; n: number }>(
    ctx.db,
    `SELECT t.owner_id ownerId, count(*) n FROM customers t INDEXED BY customers_created
     WHERE t.owner_id IN (${among(people)}) AND t.created_at BETWEEN ? AND ? AND t.archived_at IS NULL AND ${seen.sql}
     GROUP BY t.owner_id`,
  ).all(from, to - 1, ...seen.params)
  return new Map(rows.map(({ ownerId, n }) => [ownerId, n]))
}

interface Steps {
  customers: number
  withNextStep: number
}

function nextStepsOf(ctx: Context, people: readonly number[]): Map<number, Steps> | null {
  if (!ctx.rights.can('customers.view') || !seesAll(ctx, 'customers', ['ownerId', 'nextFollowAt', 'type'])) return null
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const rows = statement<unknown[], Steps & { ownerId: number }>(
    ctx.db,
    `SELECT t.owner_id ownerId, count(*) customers, count(t.next_follow_at) withNextStep FROM customers t
     WHERE t.owner_id IN (${among(people)}) AND t.archived_at IS NULL AND t.type IS NOT 'lost' AND ${seen.sql}
     GROUP BY t.owner_id`,
  ).all(...seen.params)
  return new Map(rows.map(({ ownerId, ...steps }) => [ownerId, steps]))
}
