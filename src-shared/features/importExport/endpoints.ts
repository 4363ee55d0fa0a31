// Import: read a file, say what its columns mean, try it dry, run it, correct what was refused. Export: a view as a file.
import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { filterSchema } from '@shared/api/filters'
import { sortSchema } from '@shared/api/paging'

const token = z.string().min(20).max(64)

/** Column index → where it goes: `customers.name`, `contacts.phone`, `followUps.content`, or nothing. */
export const mappingSchema = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(80))

export const sheetInfo = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  rows: z.number().int(),
  headerRow: z.number().int(),
  columns: z.array(z.string()),
  preview: z.array(z.array(z.string())),
  /** The guess, or what was remembered for these headings. */
  mapping: mappingSchema,
  remembered: z.boolean(),
})

export const importOptions = z.strictObject({
  token,
  sheet: z.number().int().min(0).max(200),
  headerRow: z.number().int().min(0).max(100),
  mapping: mappingSchema,
  mode: z.enum(['create', 'update', 'both']),
  /** What makes a customer of the file one we have. */
  matchBy: z
    .array(z.enum(['name', 'phone', 'taxNumber']))
    .min(1)
    .max(3),
  /** For rows that name no owner, or one we do not know. */
  ownerId: z.number().int().positive(),
  /** Tags every created customer gets. */
  tags: z.array(z.string().trim().min(1).max(40)).max(10),
  /** On update: also overwrite what is filled in already. */
  overwrite: z.boolean(),
})
export type ImportOptions = z.output<typeof importOptions>

export const importProblem = z.strictObject({
  line: z.number().int(),
  column: z.string(),
  value: z.string(),
  /** Key under `imports.problems`. */
  code: z.string(),
  /** A warning lets the row in without that cell. */
  warning: z.boolean(),
})

export const importResult = z.strictObject({
  rows: z.number().int(),
  createdCustomers: z.number().int(),
  updatedCustomers: z.number().int(),
  createdContacts: z.number().int(),
  updatedContacts: z.number().int(),
  createdFollowUps: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  warnings: z.number().int(),
  /** The first 100. */
  problems: z.array(importProblem),
  changeSetId: z.number().int().nullable(),
  /** Download token of the marked file of refused rows. */
  errorFile: z.string().nullable(),
})
export type ImportResult = z.output<typeof importResult>

const jobStarted = z.strictObject({ jobId: z.number().int() })

export const importExportEndpoints = {
  /** Looks into an uploaded file. */
  inspect: job({
    permission: 'customers.import',
    input: z.strictObject({ token, encoding: z.string().max(20).optional(), separator: z.string().max(2).optional() }),
    output: z.strictObject({
      name: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      separator: z.string().nullable(),
      sheets: z.array(sheetInfo),
      /** Keys under `reading`. */
      problems: z.array(
        z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  }),
  /** What would happen; writes nothing. The job's result is an ImportResult. */
  dryRun: job({ permission: 'customers.import', input: importOptions, output: jobStarted }),
  /** Imports in one change set. The job's result is an ImportResult. */
  run: job({ permission: 'customers.import', input: importOptions, output: jobStarted }),
  /** One chunk of a running import; only the import job sends it. */
  writeChunk: command({
    permission: 'customers.import',
    input: z.strictObject({ run: z.string().max(64), rows: z.array(z.number().int()).max(500) }),
    output: z.strictObject({ created: z.number().int(), updated: z.number().int(), refused: z.number().int() }),
  }),
  /** A list as its viewer sees it, as xlsx or csv. The job's result holds the download token. */
  export: job({
    permission: 'signedIn',
    input: z.strictObject({
      list: z.enum(['customers', 'contacts', 'followUps']),
      format: z.enum(['xlsx', 'csv']),
      filter: filterSchema.optional(),
      search: z.string().max(100).optional(),
      sort: z.array(sortSchema).max(2).optional(),
      columns: z.array(z.string().max(64)).min(1).max(80),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: jobStarted,
  }),
  /** An empty workbook with the headings that are understood without mapping. */
  template: query({
    permission: 'customers.import',
    input: z.strictObject({ language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ name: z.string(), data: z.string() }),
  }),
}
