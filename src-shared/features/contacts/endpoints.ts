import { z } from 'zod'
import { command } from '@shared/api/endpoint'
import { recordEndpoints } from '@shared/api/records'
import { customValues } from '@shared/fields/schemas'
import { contactFields } from './fields'

const id = z.number().int().positive()

export const contactsEndpoints = {
  ...recordEndpoints(contactFields, {
    view: 'contacts.view',
    create: 'contacts.create',
    update: 'contacts.update',
    archive: 'contacts.archive',
  }),
  /** Somebody has left or no longer does the job: kept as inactive, the successor takes over. */
  replace: command({
    permission: 'contacts.update',
    input: z.strictObject({
      id,
      version: id,
      leftOn: z.iso.date('date').nullish(),
      note: z.string().trim().max(500, 'tooLong').optional(),
      /** Somebody known at the same customer, or somebody new. */
      successor: z
        .union([
          z.strictObject({ id }),
          z.strictObject({
            name: z.string().trim().min(1, 'required').max(60, 'tooLong'),
            phone: z.string().trim().max(60, 'tooLong').optional(),
            mail: z.string().trim().max(120, 'tooLong').optional(),
            /** Own fields that the office requires, by their keys. */
            custom: customValues.optional(),
          }),
        ])
        .nullish(),
      /** A new successor gets post, department and decision role of the old one. */
      post: z.boolean().optional(),
    }),
    output: z.strictObject({ successorId: z.number().int().nullable() }),
  }),
}
