// The endpoints every entity has; a room adds its own beside them.
import { z } from 'zod'
import type { Permission } from '@shared/permissions'
import type { FieldSet, Fields } from '@shared/fields/field'
import { changesSchema, createSchema, listRowSchema, rowSchema } from '@shared/fields/schemas'
import { command, query } from './endpoint'
import { filterSchema } from './filters'
import { wordedCode } from './worded'
import { countSchema, idInput, idVersionInput, listInput, listOutput } from './paging'

interface Guards {
  view: Permission
  create: Permission
  update: Permission
  archive: Permission
}

/** One changed field of one record: what it was and what it became. */
export const historyEntry = z.strictObject({
  id: z.number().int(),
  /** The record that went up in this one and to which it happened; null: this one. */
  ofId: z.number().int().nullable(),
  changeSetId: z.number().int(),
  at: z.number().int(),
  personId: z.number().int(),
  /** Who sat at the keyboard when somebody entered on behalf of `personId`. */
  actorId: z.number().int(),
  action: z.enum(['create', 'update', 'archive', 'restore']),
  /** Whether it took something back, or brought it about again. */
  way: z.enum(['done', 'undone', 'redone']),
  /** A birthday comes with its calendar, changed or not. */
  fields: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
})
export type HistoryEntry = z.output<typeof historyEntry>

/**
 * list, count, read, history, create, update, archive, restore for one entity.
 * @example export const contactsEndpoints = { ...recordEndpoints(contactFields, guards) }
 */
export function recordEndpoints<F extends Fields>(set: FieldSet<F>, guards: Guards) {
  const row = rowSchema(set)
  return {
    list: query({ permission: guards.view, input: listInput, output: listOutput(listRowSchema(set)) }),
    count: query({
      permission: guards.view,
      input: z.strictObject({ filter: filterSchema.optional(), search: z.string().max(100).optional() }),
      output: countSchema,
    }),
    read: query({ permission: guards.view, input: idInput, output: row }),
    history: query({
      permission: guards.view,
      input: idInput,
      output: z.strictObject({ rows: z.array(historyEntry) }),
    }),
    create: command({ permission: guards.create, input: createSchema(set), output: row }),
    update: command({
      permission: guards.update,
      input: z.strictObject({
        id: z.number().int().positive(),
        version: z.number().int().positive(),
        changes: changesSchema(set),
      }),
      output: row,
    }),
    archive: command({ permission: guards.archive, input: idVersionInput, output: row }),
    restore: command({ permission: guards.archive, input: idVersionInput, output: row }),
  }
}

/** Most records of one command that names them one by one. */
export const manyMost = 500

/** What a command did to several records: how many, and why not to the others (a code of the errors). */
export const manyOutcome = z.strictObject({
  done: z.number().int(),
  failed: z.array(z.strictObject({ id: z.number().int(), code: wordedCode })),
})
export type ManyOutcome = z.output<typeof manyOutcome>
