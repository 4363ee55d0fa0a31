import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { archive } from '@main/records/archive'
import { create } from '@main/records/create'
import { applyMasks } from '@main/records/masks'
import { selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import type { departmentFields, personFields } from '@shared/features/organization/fields'
import { organizationEndpoints, type PersonCard } from '@shared/features/organization/endpoints'
import { aboveOf, belowOf } from '@shared/features/organization/rules'
import { departments, people } from './entity'
import { inTreeOrder, lastPlace, placeDepartment } from './placing'

export const organizationHandlers = handlersOf(organizationEndpoints, {
  directory(ctx) {
    const cards = statement<[string], Omit<PersonCard, 'active'> & { active: number }>(
      ctx.db,
      `SELECT id, name, department_id departmentId, superior_id superiorId, position,
              disabled = 0 AND (left_on IS NULL OR left_on >= ?) active
       FROM people WHERE archived_at IS NULL ORDER BY name, id`,
    ).all(dayOf(ctx.now))
    const rows = statement<[], { id: number; name: string; parentId: number | null }>(
      ctx.db,
      'SELECT id, name, parent_id parentId FROM departments WHERE archived_at IS NULL ORDER BY sort, id',
    ).all()
    return { people: cards.map((card) => ({ ...card, active: card.active === 1 })), departments: inTreeOrder(rows) }
  },

  tree: (ctx) => ({ people: everybody(ctx), departments: allDepartments(ctx) }),

  createPerson: (ctx, input) => create(ctx, people, input),
  updatePerson: (ctx, input) => update(ctx, people, input),
  createDepartment: (ctx, input) =>
    create(ctx, departments, { ...input, sort: input.sort ?? lastPlace(ctx, input.parentId ?? null) }),
  updateDepartment: (ctx, input) => update(ctx, departments, input),
  placeDepartment,
  archiveDepartment: (ctx, input) => archive(ctx, departments, input),

  chain(ctx, { personId }) {
    const org = ctx.services.rights.org()
    if (!org.people.some((person) => person.id === personId)) throw fail('notFound')
    return { above: aboveOf(org, personId), below: [...belowOf(org, personId)].sort((a, b) => a - b) }
  },
})

const alive = { sql: 't.archived_at IS NULL', params: [] }

/** Logins, roles and assistants are for whoever sets them. */
function everybody(ctx: Context) {
  const manages = ctx.rights.can('organization.manage')
  return selectRows(ctx, people, alive, 'ORDER BY t.name, t.id').map((row) => {
    const seen = applyMasks<typeof personFields.fields>(ctx, people, row)
    return manages ? seen : { ...seen, login: null, roleIds: [], assistantId: null }
  })
}

const allDepartments = (ctx: Context) =>
  inTreeOrder(selectRows(ctx, departments, alive, 'ORDER BY t.sort, t.id')).map((row) =>
    applyMasks<typeof departmentFields.fields>(ctx, departments, row),
  )
