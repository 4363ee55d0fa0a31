import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { idVersionInput } from '@shared/api/paging'
import { customizedEntity, definitionBody, storedDefinition } from '@shared/fields/definition'
import { layoutBody } from '@shared/fields/layout'
import { followUpWays } from '@shared/features/followUps/fields'

const id = z.number().int().positive()
const key = z.string().max(64)
const label = z.string().trim().min(1).max(40)

export const templateBody = z.strictObject({
  skeleton: z.string().max(2000),
  /** Fields asked for beside the text, in order. */
  fields: z.array(key).max(40),
})
export type TemplateBody = z.output<typeof templateBody>
const way = z.enum(followUpWays)

export const definitionRow = z.strictObject({
  id,
  version: z.number().int(),
  entity: customizedEntity,
  key,
  label: z.string(),
  field: storedDefinition,
  sort: z.number(),
  archivedAt: z.number().int().nullable(),
})
export type DefinitionRow = z.output<typeof definitionRow>

const layoutRow = z.strictObject({
  id,
  version: z.number().int(),
  entity: customizedEntity,
  roleId: id.nullable(),
  body: layoutBody,
})
export type LayoutRow = z.output<typeof layoutRow>

const templateRow = z.strictObject({ id, version: z.number().int(), way, body: templateBody })
export type TemplateRow = z.output<typeof templateRow>

export const customFieldsEndpoints = {
  /** What the viewer's forms and lists are made of beside the ready-made fields; what is hidden from them is not there. */
  forms: query({
    permission: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({
      fields: z.array(definitionRow.pick({ entity: true, key: true, label: true, field: true })),
      /** One for each entity at most: that of the first of the viewer's roles that has one. */
      layouts: z.array(z.strictObject({ entity: customizedEntity, body: layoutBody })),
      templates: z.array(z.strictObject({ way, body: templateBody })),
    }),
  }),
  /** All of it, removed fields too. */
  list: query({
    permission: 'settings.manage',
    input: z.strictObject({}),
    output: z.strictObject({
      fields: z.array(definitionRow),
      layouts: z.array(layoutRow),
      templates: z.array(templateRow),
    }),
  }),
  create: command({
    permission: 'settings.manage',
    input: z.strictObject({ entity: customizedEntity, label, field: definitionBody }),
    output: definitionRow,
  }),
  /** The kind stays what it is: there are values of it. */
  update: command({
    permission: 'settings.manage',
    input: z.strictObject({
      id,
      version: id,
      changes: z.strictObject({
        label: label.optional(),
        field: definitionBody.optional(),
        sort: z.number().int().min(0).max(100_000).optional(),
      }),
    }),
    output: definitionRow,
  }),
  /** Out of sight everywhere; the values wait for a restore. */
  archive: command({ permission: 'settings.manage', input: idVersionInput, output: definitionRow }),
  restore: command({ permission: 'settings.manage', input: idVersionInput, output: definitionRow }),
  /** How many records have a value, for those who see all of them. */
  usage: query({
    permission: 'settings.manage',
    input: z.strictObject({ id }),
    output: z.strictObject({ filled: z.number().int().nullable() }),
  }),
  /** Keeps a finished upload (files.begin, files.append) for a file field; the value is good for the caller's next write. */
  keepFile: job({
    permission: 'signedIn',
    input: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) }),
    output: z.strictObject({ value: z.string() }),
  }),
  /** Checks the file of a field against its hash and offers it to files.download. */
  openFile: job({
    permission: 'signedIn',
    input: z.strictObject({ entity: customizedEntity, id, key }),
    output: z.strictObject({ token: z.string(), name: z.string(), size: z.number().int() }),
  }),
  /** `body` null: back to how it was before there was one. */
  setLayout: command({
    permission: 'settings.manage',
    input: z.strictObject({ entity: customizedEntity, roleId: id.nullable(), body: layoutBody.nullable() }),
    output: z.strictObject({ layout: layoutRow.nullable() }),
  }),
  setTemplate: command({
    permission: 'settings.manage',
    input: z.strictObject({ way, body: templateBody.nullable() }),
    output: z.strictObject({ template: templateRow.nullable() }),
  }),
}
