// A definition is a field an admin added. It is kept as the same Field shape as the built-in ones, its label apart.
import { z } from 'zod'
import { type Field, fieldKinds, isFilterable } from './field'
import { isWhole, ruleSchema } from './rules'
import { valueSchema } from './schemas'

export const customizedEntities = ['customers', 'contacts', 'followUps'] as const
export type CustomizedEntity = (typeof customizedEntities)[number]
export const customizedEntity = z.enum(customizedEntities)

export const referredEntities = ['customers', 'contacts'] as const
export const customFormats = ['phone', 'mail', 'link'] as const
const code = z.string().regex(/^[a-z0-9]{1,12}$/)

/** As it is stored: it was checked when it came in. */
export const storedDefinition = z.strictObject({
  kind: z.enum(fieldKinds),
  format: z.enum(customFormats).optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  filterable: z.boolean().optional(),
  searched: z.boolean().optional(),
  help: z.string().trim().max(200).optional(),
  max: z.number().int().min(1).max(10_000).optional(),
  options: z.array(code).min(1).max(200).optional(),
  /** Words of the options, those of options taken away too: old values still show them. */
  optionLabels: z.record(code, z.string().trim().min(1).max(40)).optional(),
  open: z.boolean().optional(),
  entity: z.enum(referredEntities).optional(),
  fallback: z.union([z.string().max(10_000), z.number(), z.boolean(), z.array(z.string().max(40)).max(50)]).optional(),
  shownWhen: ruleSchema.optional(),
  requiredWhen: ruleSchema.optional(),
})
export type DefinitionBody = z.output<typeof storedDefinition>

const uniqueKinds: readonly Field['kind'][] = ['text', 'number', 'date']

/** What does not fit together, as field → message key. */
function problemsOf(field: DefinitionBody): Record<string, string> {
  const chosen = field.kind === 'choice' || field.kind === 'choices'
  const has = (on: unknown): boolean => on !== undefined && on !== false
  const texts = field.kind === 'text' || field.kind === 'longText'
  const checks: readonly [string, boolean, string][] = [
    ['options', chosen && !field.open && !field.options, 'required'],
    ['options', !chosen && has(field.options), 'notAllowed'],
    ['options', chosen && new Set(field.options).size !== (field.options?.length ?? 0), 'twice'],
    ['optionLabels', (field.options ?? []).some((one) => !field.optionLabels?.[one]), 'required'],
    ['open', field.kind !== 'choices' && has(field.open), 'notAllowed'],
    ['format', field.kind !== 'text' && has(field.format), 'notAllowed'],
    ['max', !texts && has(field.max), 'notAllowed'],
    ['entity', (field.kind === 'reference') !== has(field.entity), 'required'],
    ['unique', has(field.unique) && !uniqueKinds.includes(field.kind), 'notAllowed'],
    ['searched', has(field.searched) && field.kind !== 'text' && field.kind !== 'longText', 'notAllowed'],
    ['filterable', has(field.filterable) && (field.kind === 'longText' || field.kind === 'file'), 'notAllowed'],
    ['shownWhen', !(field.shownWhen ?? []).every(isWhole), 'required'],
    ['requiredWhen', !(field.requiredWhen ?? []).every(isWhole), 'required'],
    ['fallback', has(field.fallback) && (field.unique === true || !fallbackFits(field)), 'invalid'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([key, , why]) => [key, why]))
}

/** A file, a person or a record is nobody's usual value. */
const fallbackFits = (field: DefinitionBody): boolean =>
  !['file', 'person', 'reference'].includes(field.kind) && valueSchema(plain(field)).safeParse(field.fallback).success

export const definitionBody = storedDefinition.superRefine((field, check) => {
  for (const [key, message] of Object.entries(problemsOf(field)))
    check.addIssue({ code: 'custom', path: [key], message })
})

/** Without what was left out. */
function plain({ optionLabels: _labels, ...rest }: DefinitionBody): Field {
  // undefined keys are left out: what stays is a Field, whose parts the schema names
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as unknown as Field
}

/** The definition as a field like the built-in ones. */
export const fieldOf = (label: string, definition: DefinitionBody): Field => ({
  ...plain(definition),
  custom: { label, ...(definition.optionLabels ? { optionLabels: definition.optionLabels } : {}) },
})

/** Whether an index keeps its values at hand. */
export const isIndexed = (field: Field): boolean => field.unique === true || isFilterable(field)
