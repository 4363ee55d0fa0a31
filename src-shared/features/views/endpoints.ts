// A view is a named way to look at a list: its filter, sort and columns.
import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { filterSchema } from '@shared/api/filters'
import { idInput, sortSchema } from '@shared/api/paging'

export const viewColumns = z
  .array(
    z.strictObject({
      field: z.string().max(64),
      width: z.number().int().min(40).max(1000).optional(),
      frozen: z.boolean().optional(),
    }),
  )
  .max(60)

const lists = z.enum(['customers', 'contacts', 'followUps', 'pool'])
const viewBody = {
  name: z.string().trim().min(1).max(40),
  filter: filterSchema.nullable(),
  sort: z.array(sortSchema).max(2),
  columns: viewColumns,
}
/** Beside one's own: the whole office, those who have a role, named people. */
const shownTo = {
  shared: z.boolean().optional(),
  roleIds: z.array(z.number().int().positive()).max(50).optional(),
  personIds: z.array(z.number().int().positive()).max(200).optional(),
}
export const viewRow = z.strictObject({
  id: z.number().int(),
  list: lists,
  ...viewBody,
  personId: z.number().int(),
  shared: z.boolean(),
  /** Told to who made it, and to who manages the office. */
  roleIds: z.array(z.number().int()),
  personIds: z.array(z.number().int()),
})
export type ViewRow = z.output<typeof viewRow>

/** One's own views, and those shown to the office, to one's roles or to oneself. */
export const viewsEndpoints = {
  list: query({
    permission: 'signedIn',
    input: z.strictObject({ list: lists }),
    output: z.strictObject({ rows: z.array(viewRow) }),
  }),
  create: command({
    permission: 'signedIn',
    input: z.strictObject({ list: lists, ...viewBody, ...shownTo }),
    output: viewRow,
  }),
  update: command({
    permission: 'signedIn',
    input: z.strictObject({
      id: z.number().int().positive(),
      name: viewBody.name.optional(),
      filter: viewBody.filter.optional(),
      sort: viewBody.sort.optional(),
      columns: viewColumns.optional(),
      ...shownTo,
    }),
    output: viewRow,
  }),
  remove: command({ permission: 'signedIn', input: idInput, output: z.strictObject({}) }),
}
