import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'

/** What one person likes: language, theme, zoom, columns. Free keys of the page, small values. */
const preferences = z.record(z.string().max(60), z.union([z.string().max(4000), z.number(), z.boolean()]))

export const settingsEndpoints = {
  preferences: query({
    permission: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({ values: preferences }),
  }),
  setPreference: command({
    permission: 'signedIn',
    input: z.strictObject({
      key: z.string().min(1).max(60),
      value: z.union([z.string().max(4000), z.number(), z.boolean()]).nullable(),
    }),
    output: z.strictObject({}),
  }),
  office: query({
    permission: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({ company: z.string(), quietDays: z.number().int() }),
  }),
  setOffice: command({
    permission: 'settings.manage',
    input: z.strictObject({
      company: z.string().trim().min(1).max(80).optional(),
      quietDays: z.number().int().min(1).max(3650).optional(),
    }),
    output: z.strictObject({}),
  }),
}
