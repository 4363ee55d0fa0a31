// A print template says what stands on a paper: its blocks from top to bottom, and the lines at its head and foot.
// Words in {{double braces}} are replaced by what is printed.
import { z } from 'zod'

const words = z.string().max(4000)
const key = z.string().min(1).max(80)
const keys = z.array(key).max(60)

export const blockSchema = z.discriminatedUnion('kind', [
  /** level 1: the title of the paper. */
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: words }),
  z.strictObject({ kind: z.literal('text'), text: words }),
  /** Names and values, side by side. */
  z.strictObject({
    kind: z.literal('facts'),
    keys,
    columns: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    hideEmpty: z.boolean(),
  }),
  /** The lines of one of the paper's tables; no keys: all its columns. */
  z.strictObject({ kind: z.literal('table'), table: key, keys, title: words }),
  z.strictObject({ kind: z.literal('signatures'), labels: z.array(z.string().max(60)).max(6) }),
  z.strictObject({ kind: z.literal('line') }),
  z.strictObject({ kind: z.literal('pageBreak') }),
])
export type Block = z.output<typeof blockSchema>
export type BlockKind = Block['kind']
export const blockKinds = ['heading', 'text', 'facts', 'table', 'signatures', 'line', 'pageBreak'] as const

const edge = z.strictObject({ left: z.string().max(200), center: z.string().max(200), right: z.string().max(200) })

export const templateBodySchema = z.strictObject({
  landscape: z.boolean(),
  /** Points. */
  fontSize: z.number().min(7).max(16),
  /** Millimetres. */
  margin: z.number().min(5).max(40),
  /** Who printed it and when, in pale letters across the paper. */
  watermark: z.boolean(),
  header: edge,
  footer: edge,
  blocks: z.array(blockSchema).max(60),
})
export type TemplateBody = z.output<typeof templateBodySchema>

export interface PaperColumn {
  key: string
  label: string
  align?: 'right'
}

export interface PaperTable {
  columns: PaperColumn[]
  rows: Record<string, string>[]
}

/** What a paper may show, in words already: values by placeholder, tables by name. */
export interface PaperData {
  labels: Record<string, string>
  values: Record<string, string>
  tables: Record<string, PaperTable>
}
