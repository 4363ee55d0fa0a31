import { z } from 'zod'
import { query } from '@shared/api/endpoint'
import { recordEndpoints } from '@shared/api/records'
import { languages } from '@shared/locales/messages'
import { paperKinds } from '@shared/printing/kinds'
import { templateBodySchema } from '@shared/printing/template'
import { printTemplateFields } from './fields'

const kind = z.enum(paperKinds)
const named = z.strictObject({ key: z.string(), label: z.string() })

export const printTemplatesEndpoints = {
  ...recordEndpoints(printTemplateFields, {
    view: 'printTemplates.view',
    create: 'printTemplates.create',
    update: 'printTemplates.update',
    archive: 'printTemplates.archive',
  }),
  /** The templates to choose from when printing; the built-in one is always there and not among them. */
  choices: query({
    permission: 'signedIn',
    input: z.strictObject({ kind }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ id: z.number().int(), name: z.string(), standard: z.boolean() })),
    }),
  }),
  /** What a template of the kind may show: placeholders, and tables with their columns. */
  vocabulary: query({
    permission: 'printTemplates.view',
    input: z.strictObject({ kind, language: z.enum(languages) }),
    output: z.strictObject({
      values: z.array(named),
      tables: z.array(z.strictObject({ key: z.string(), label: z.string(), columns: z.array(named) })),
      builtIn: templateBodySchema,
    }),
  }),
  /** The template with example values, as a document for a frame. */
  preview: query({
    permission: 'printTemplates.view',
    input: z.strictObject({ kind, language: z.enum(languages), body: templateBodySchema }),
    /**
     * `unknown`: placeholders that stand for nothing and would be printed as they are written.
     * `empty`: no record is there to serve as an example.
     */
    output: z.strictObject({ html: z.string(), unknown: z.array(z.string()), empty: z.boolean() }),
  }),
}
