import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { filterSchema } from '@shared/api/filters'
import { idInput, sortSchema } from '@shared/api/paging'
import { manyMost, manyOutcome, recordEndpoints } from '@shared/api/records'
import { timelineEntry } from '@shared/api/timeline'
import { changesSchema, createSchema, customValues, rowSchema } from '@shared/fields/schemas'
import { contactFields } from '@shared/features/contacts/fields'
import { followUpFields } from '@shared/features/followUps/fields'
import { paperOrder, paperOutput } from '@shared/printing/order'
import { customerFields } from './fields'

const id = z.number().int().positive()

export const teamEntry = z.strictObject({ personId: id, level: z.enum(['read', 'write']) })

/** Whoever saves it knows of the one it may be and says that it is another; without it the host refuses. */
const despite = z.strictObject({ despiteDuplicates: z.boolean().optional() })

/** Most lines of one printed list; a longer one is taken out as a table. */
export const printedMost = 1000

export const customersEndpoints = {
  ...recordEndpoints(customerFields, {
    view: 'customers.view',
    create: 'customers.create',
    update: 'customers.update',
    archive: 'customers.archive',
  }),
  create: command({
    permission: 'customers.create',
    input: createSchema(customerFields, despite),
    output: rowSchema(customerFields),
  }),
  update: command({
    permission: 'customers.update',
    input: z.strictObject({ id, version: id, changes: changesSchema(customerFields), ...despite.shape }),
    output: rowSchema(customerFields),
  }),
  /** Several at once, in one change set; what cannot be archived is told and stays. */
  archiveMany: command({
    permission: 'customers.archive',
    input: z.strictObject({
      records: z
        .array(z.strictObject({ id, version: id }))
        .min(1)
        .max(manyMost),
    }),
    output: manyOutcome,
  }),
  /** The 360° page in one request. */
  overview: query({
    permission: 'customers.view',
    volume: 'view',
    input: idInput,
    output: z.strictObject({
      customer: rowSchema(customerFields),
      contacts: z.array(rowSchema(contactFields)),
      /** The newest open next step. */
      next: rowSchema(followUpFields).nullable(),
      /** Tab key (room) → number of records there. */
      counts: z.record(z.string(), z.number().int()),
      timeline: z.array(timelineEntry),
      timelineNext: z.string().nullable(),
      team: z.array(teamEntry),
      canUpdate: z.boolean(),
      canArchive: z.boolean(),
      canShare: z.boolean(),
    }),
  }),
  /** More of the timeline. */
  timeline: query({
    permission: 'customers.view',
    input: z.strictObject({
      id,
      after: z.string().max(100).optional(),
      kind: z.string().max(40).optional(),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    output: z.strictObject({ rows: z.array(timelineEntry), next: z.string().nullable() }),
  }),
  /** The card of one customer, on paper. */
  printCard: command({
    permission: 'customers.print',
    volume: 'print',
    input: z.strictObject({ id, ...paperOrder }),
    output: paperOutput,
  }),
  /** A list as it stands on the page, on paper. */
  printList: command({
    permission: 'customers.print',
    volume: 'print',
    input: z.strictObject({
      ...paperOrder,
      filter: filterSchema.optional(),
      search: z.string().max(100).optional(),
      sort: z.array(sortSchema).max(2).optional(),
      columns: z.array(z.string().max(80)).min(1).max(12),
      /** What the list is called, and its filter in words. */
      title: z.string().max(120),
      told: z.string().max(500),
    }),
    output: paperOutput,
  }),
  star: command({
    permission: 'customers.view',
    input: z.strictObject({ id, starred: z.boolean() }),
    output: z.strictObject({ starred: z.boolean() }),
  }),
  /** Gives the customer to somebody else; the reason stays with it as a comment. */
  changeOwner: command({
    permission: 'customers.update',
    input: z.strictObject({
      id,
      version: id,
      ownerId: id,
      reason: z.string().trim().min(1, 'required').max(500, 'tooLong'),
      /** What the former owner may still do. */
      keep: z.enum(['nothing', 'read', 'write']),
      /** Open tasks of the former owner about it go along. */
      tasks: z.boolean(),
    }),
    output: z.strictObject({ tasks: z.number().int() }),
  }),
  /** Replaces the team of a customer. */
  setTeam: command({
    permission: 'customers.share',
    input: z.strictObject({ id, version: id, team: z.array(teamEntry).max(50) }),
    output: z.strictObject({ team: z.array(teamEntry) }),
  }),
  /**
   * Quick entry: a name and a phone are enough, and what the office itself requires; with a contact name the phone is the
   * contact's. Refused fields of the contact are named `contactCustom.key`.
   */
  quickCreate: command({
    permission: 'customers.create',
    input: z.strictObject({
      name: z.string().trim().min(1).max(120),
      phone: z.string().trim().min(1).max(60),
      contactName: z.string().trim().max(60).optional(),
      custom: customValues.optional(),
      contactCustom: customValues.optional(),
      ...despite.shape,
    }),
    output: rowSchema(customerFields),
  }),
  /** Words already used for a text or tags field, most used first. */
  suggest: query({
    permission: 'customers.view',
    input: z.strictObject({ field: z.enum(['tags', 'industry', 'sourceNote']), text: z.string().max(40).optional() }),
    output: z.strictObject({ words: z.array(z.string()) }),
  }),
}
