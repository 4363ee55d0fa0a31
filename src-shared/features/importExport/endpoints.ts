// Import: read a file, say what its columns mean, try it dry, run it, correct what was refused. Export: a view as a file.
import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { filterSchema } from '@shared/api/filters'
import { sortSchema } from '@shared/api/paging'
import { languages } from '@shared/locales/messages'
import { acceptedRows } from './sheetEdits'

const token = z.string().min(20).max(64)
const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** Column index → where it goes: `customers.name`, `contacts.phone`, `followUps.content`, or nothing. */
export const mappingSchema = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(80))

const line = z.strictObject({ line: z.number().int(), cells: z.array(z.string()) })
/** How many address book files go through as one import. */
export const mostFiles = 200
const reading = {
  encoding: z.string().max(20).optional(),
  separator: z.string().max(2).optional(),
  /** Further address book files (vcf), read as one with the first. */
  more: z
    .array(token)
    .max(mostFiles - 1)
    .optional(),
}
const language = z.enum(languages)

export const sheetInfo = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  /** Lines that hold anything below the headings. */
  rows: z.number().int(),
  /** 1-based line of the headings; 0: the sheet has none. */
  headerRow: z.number().int(),
  /** Headings as they are shown and kept in notes. */
  columns: z.array(z.string()),
  /** The first 20 lines that hold anything, titles and headings included. */
  preview: z.array(line),
  /** The guess, or what was remembered for these headings. Columns that are missing go to the note. */
  mapping: mappingSchema,
  /** How each column of the mapping was found. */
  guessedBy: z.record(z.string(), z.enum(['heading', 'content', 'remembered'])),
  remembered: z.boolean(),
  /** Whether the mapping names a customer or a person; without, nothing can be imported. */
  named: z.boolean(),
  /** What an empty company cell beside a person seems to mean: the company above, or a private person. */
  blankCompany: z.enum(['above', 'person']),
})
export type ImportSheet = z.output<typeof sheetInfo>

export const importOptions = z.strictObject({
  token,
  ...reading,
  /** Index among the sheets of the inspection. */
  sheet: z.number().int().min(0).max(200),
  /** 1-based line of the headings; 0: none. */
  headerRow: z.number().int().min(0).max(1_000_000),
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
  /** Filled columns without a target are kept in the note ("列名：值"). */
  unmappedToNote: z.boolean().default(true),
  /** A row with a person and an empty company: of the company above it, or a customer of its own. */
  blankCompany: z.enum(['above', 'person']).default('person'),
  /** Of the words written into records and into the file of refused rows. */
  language: language.default('zh-CN'),
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
  /** Of cards, kept with their contacts. */
  photos: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  warnings: z.number().int(),
  /** Code → how often, of all rows: refusals and warnings. */
  refusedBy: z.record(z.string(), z.number().int()),
  warnedBy: z.record(z.string(), z.number().int()),
  /** The first 100. */
  problems: z.array(importProblem),
  /** Rows left out on purpose: examples of the template, repeated headings. */
  skipped: z.number().int(),
  /** Rows of a customer that an earlier row of the file speaks of already. */
  joined: z.number().int(),
  /** Why it ended before the last row (`cancelled` or a code of the errors); what was written stays and can be undone. */
  stopped: z.string().nullable(),
  changeSetId: z.number().int().nullable(),
  /** Download token of the marked file of refused rows. */
  errorFile: z.string().nullable(),
})
export type ImportResult = z.output<typeof importResult>

export const exportResult = z.strictObject({
  /** To download it by. */
  token: z.string(),
  name: z.string(),
  rows: z.number().int(),
  /** Rows one may see but not carry out. */
  withheld: z.number().int(),
})
export type ExportResult = z.output<typeof exportResult>

const jobStarted = z.strictObject({ jobId: z.number().int() })

export const importExportEndpoints = {
  /** Looks into an uploaded file. */
  inspect: job({
    permission: 'customers.import',
    input: z.strictObject({
      token,
      ...reading,
      language: language.optional(),
      /** The user's own choice of the line of headings of one sheet. */
      header: z
        .strictObject({ sheet: z.number().int().min(0).max(200), row: z.number().int().min(0).max(1_000_000) })
        .optional(),
    }),
    output: z.strictObject({
      name: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      separator: z.string().nullable(),
      sheets: z.array(sheetInfo),
      /** Keys under `reading.notes`. */
      problems: z.array(z.strictObject({ code: z.string(), sheet: z.string().optional(), params })),
      /** Why the file cannot be read at all; a key under `reading.refusals`. */
      refusal: z.strictObject({ code: z.string(), params }).nullable(),
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
  /** A list as its viewer sees it, as xlsx or csv. The job's result is an ExportResult. */
  export: job({
    permission: 'signedIn',
    volume: 'export',
    input: z.strictObject({
      list: z.enum(['customers', 'contacts', 'followUps']),
      format: z.enum(['xlsx', 'csv']),
      filter: filterSchema.optional(),
      search: z.string().max(100).optional(),
      sort: z.array(sortSchema).max(2).optional(),
      columns: z.array(z.string().max(64)).min(1).max(80),
      language,
    }),
    output: jobStarted,
  }),
  /** An exported list that was edited elsewhere, beside what is there now. The job's result is a Comparison. */
  compareEdits: job({ permission: 'signedIn', input: z.strictObject({ token }), output: jobStarted }),
  /** Takes cells of a comparison, in one change set. The job's result is a TakenEdits. */
  takeEdits: job({
    permission: 'signedIn',
    input: z.strictObject({ comparison: z.string().max(64), rows: acceptedRows }),
    output: jobStarted,
  }),
  /** An empty workbook with the headings that are understood without mapping. */
  template: query({
    permission: 'customers.import',
    input: z.strictObject({ language }),
    output: z.strictObject({ name: z.string(), data: z.string() }),
  }),
}
