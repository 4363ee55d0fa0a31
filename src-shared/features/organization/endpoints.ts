import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { changesSchema, createSchema, rowSchema } from '@shared/fields/schemas'
import { idVersionInput } from '@shared/api/paging'
import { departmentFields, personFields } from './fields'

const id = z.number().int().positive()
const personRow = rowSchema(personFields)
const departmentRow = rowSchema(departmentFields)

/** What everybody may know of everybody: who they are and where they sit. */
export const personCard = z.strictObject({
  id,
  name: z.string(),
  departmentId: z.number().int().nullable(),
  superiorId: z.number().int().nullable(),
  position: z.string().nullable(),
  active: z.boolean(),
})
export type PersonCard = z.output<typeof personCard>

const change = <F extends z.ZodType>(changes: F) => z.strictObject({ id, version: id, changes })

export const organizationEndpoints = {
  /** All people and departments, for names in lists and pickers. */
  directory: query({
    permission: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({
      people: z.array(personCard),
      departments: z.array(z.strictObject({ id, name: z.string(), parentId: z.number().int().nullable() })),
    }),
  }),
  /** The whole tree with all that an admin edits. */
  tree: query({
    permission: 'organization.view',
    input: z.strictObject({}),
    output: z.strictObject({ people: z.array(personRow), departments: z.array(departmentRow) }),
  }),
  createPerson: command({ permission: 'organization.manage', input: createSchema(personFields), output: personRow }),
  updatePerson: command({
    permission: 'organization.manage',
    input: change(changesSchema(personFields)),
    output: personRow,
  }),
  createDepartment: command({
    permission: 'organization.manage',
    input: createSchema(departmentFields),
    output: departmentRow,
  }),
  updateDepartment: command({
    permission: 'organization.manage',
    input: change(changesSchema(departmentFields)),
    output: departmentRow,
  }),
  /** Puts a department under another (or at the top), before one of those there or last; an order of one's own. */
  placeDepartment: command({
    permission: 'organization.manage',
    input: z.strictObject({ id, version: id, parentId: id.nullable(), beforeId: id.nullable() }),
    output: departmentRow,
  }),
  /** Only an empty department can go. */
  archiveDepartment: command({ permission: 'organization.manage', input: idVersionInput, output: departmentRow }),
  /** A person's superiors, nearest first, and why each is one. */
  chain: query({
    permission: 'organization.view',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      above: z.array(z.strictObject({ personId: id, because: z.enum(['superior', 'head', 'actingHead']) })),
      below: z.array(id),
    }),
  }),
}
