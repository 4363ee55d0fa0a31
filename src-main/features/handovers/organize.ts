// The leaver's place: those below get another superior, departments another head, the sign-in its end.
// All of it needs the right over the organisation as well; its own rules check every write.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { selectById, selectRows } from '@main/records/select'
import { changeRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { FieldDiff } from '@main/api/changeSets'
import type { InputOf } from '@shared/api/endpoint'
import { dayOf } from '@shared/dates'
import type { handoversEndpoints } from '@shared/features/handovers/endpoints'

type Input = InputOf<(typeof handoversEndpoints)['run']>

/** Gives how many people got another superior. */
export function organize(ctx: Context, input: Input): number {
  if (input.headId === undefined && input.leaveOn === undefined) return 0
  if (!ctx.rights.can('organization.manage')) throw fail('forbidden')
  const moved = input.headId === undefined ? 0 : newHead(ctx, input.leaverId, input.headId)
  if (input.leaveOn !== undefined) endOffice(ctx, input, input.leaveOn)
  return moved
}

function newHead(ctx: Context, leaverId: number, headId: number): number {
  const { people, departments } = kinds(ctx)
  const below = selectRows(ctx, people, { sql: 't.superior_id = ? AND t.archived_at IS NULL', params: [leaverId] })
  for (const row of below) {
    // the new head is not their own superior: they come under whoever the leaver was under
    const to = row.id === headId ? superiorOf(ctx, leaverId) : headId
    changeRow(ctx, people, row, { superiorId: [leaverId, to] })
  }
  for (const row of selectRows(ctx, departments, {
    sql: '(t.head_id = ? OR t.acting_head_id = ?) AND t.archived_at IS NULL',
    params: [leaverId, leaverId],
  })) {
    const diff: FieldDiff = {}
    for (const key of ['headId', 'actingHeadId']) if (row[key] === leaverId) diff[key] = [leaverId, headId]
    changeRow(ctx, departments, row, diff)
  }
  return below.length
}

const superiorOf = (ctx: Context, personId: number): number | null =>
  statement<[number], { id: number | null }>(ctx.db, 'SELECT superior_id id FROM people WHERE id = ?').get(personId)
    ?.id ?? null

/** From the day after the leave date nobody signs in; at once when that day has come. */
function endOffice(ctx: Context, { leaverId, remaining }: Input, leaveOn: string): void {
  const { people } = kinds(ctx)
  const row = selectById(ctx, people, leaverId)
  if (!row) throw fail('notFound')
  const diff: FieldDiff = row['leftOn'] === leaveOn ? {} : { leftOn: [row['leftOn'] ?? null, leaveOn] }
  if (remaining === 'disabled' && leaveOn <= dayOf(ctx.now) && row['disabled'] !== true)
    diff['disabled'] = [false, true]
  if (Object.keys(diff).length > 0) changeRow(ctx, people, row, diff)
}

const kinds = (ctx: Context): { people: Entity; departments: Entity } => ({
  people: ctx.services.entities.get('people'),
  departments: ctx.services.entities.get('departments'),
})
