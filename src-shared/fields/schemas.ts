// Schemas that follow from fields: one row, a create, a change.
import { z } from 'zod'
import type { ChangesOf, CreateOf, Field, FieldSet, Fields, RowOf } from './field'
import { formatPatterns } from './formats'

const day = z
  .string('date')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date')
  .refine(isRealDay, 'date')

function isRealDay(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

const longest: Partial<Record<Field['kind'], number>> = { text: 200, longText: 10_000 }

/** The schema of one present value, as people may write it. */
export function valueSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'longText': {
      // NUL ends strings in too many places; no field has a use for it
      const base = z
        .string()
        .trim()
        .max(field.max ?? longest[field.kind] ?? 200, 'tooLong')
        .regex(/^[^\0]*$/, 'text')
      const pattern = field.format && formatPatterns[field.format]
      return pattern ? base.refine((value) => value === '' || pattern.test(value), field.format) : base
    }
    case 'number':
      return z.number('number').min(-1e15, 'number').max(1e15, 'number')
    case 'money':
      return z.number('money').int('money').min(-9e15, 'money').max(9e15, 'money')
    case 'date':
      return day
    case 'dateTime':
      return z
        .number('dateTime')
        .int('dateTime')
        .min(-62_135_596_800_000, 'dateTime')
        .max(253_402_300_799_999, 'dateTime')
    case 'choice':
      return field.options ? z.enum(field.options, 'choice') : z.string().max(100)
    case 'choices': {
      const one = field.options && !field.open ? z.enum(field.options) : z.string().trim().min(1).max(40)
      return z.array(one).max(50, 'tooMany')
    }
    case 'yesNo':
      return z.boolean('yesNo')
    case 'person':
    case 'reference':
      return z.number('reference').int('reference').positive('reference')
    case 'file':
      return z.string().max(200)
  }
}

/** What leaves the host: types only, since the values were checked when they came in. */
function storedSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'dateTime':
    case 'person':
    case 'reference':
      return z.number().nullable()
    case 'yesNo':
      return z.boolean().nullable()
    case 'choices':
      return z.array(z.string()).nullable()
    default:
      return z.string().nullable()
  }
}

const writable = <F extends Fields>(set: FieldSet<F>): [string, Field][] =>
  Object.entries(set.fields).filter(([, field]) => !field.computed)

/** Values of the office's own fields by key; what they must be is known when the record is written. */
export const customValues = z.record(z.string().max(64), z.unknown())

const requiredSchema = (field: Field): z.ZodType => {
  const schema = valueSchema(field)
  return field.kind === 'text' || field.kind === 'longText'
    ? schema.refine((value) => typeof value === 'string' && value !== '', 'required')
    : schema
}

/** A row as it leaves the host. */
export const rowSchema = <F extends Fields>(set: FieldSet<F>): z.ZodType<RowOf<F>, RowOf<F>> => storedRow(set)

/** A row of a list: whole, or of the fields that were asked for. */
export const listRowSchema = <F extends Fields>(set: FieldSet<F>): z.ZodType<RowOf<F>, RowOf<F>> =>
  storedRow(set, (schema) => schema.optional())

function storedRow<F extends Fields>(
  set: FieldSet<F>,
  kept: (schema: z.ZodType) => z.ZodType = (schema) => schema,
): z.ZodType<RowOf<F>, RowOf<F>> {
  const shape: Record<string, z.ZodType> = {
    id: z.number().int(),
    version: z.number().int(),
    createdAt: kept(z.number().int()),
    updatedAt: kept(z.number().int()),
    archivedAt: kept(z.number().int().nullable()),
    custom: kept(customValues),
    masked: z.array(z.string()).optional(),
  }
  for (const [key, field] of Object.entries(set.fields)) shape[key] = kept(storedSchema(field))
  // the shape is built from the same fields that RowOf is computed from
  return z.strictObject(shape) as unknown as z.ZodType<RowOf<F>, RowOf<F>>
}

/** What a create accepts: required fields must be there, the rest may be null or missing; `beside` are no fields. */
export function createSchema<F extends Fields, B extends object = object>(
  set: FieldSet<F>,
  beside?: z.ZodObject & z.ZodType<B>,
): z.ZodType<CreateOf<F> & B, CreateOf<F> & B> {
  const shape: Record<string, z.ZodType> = { custom: customValues.optional() }
  for (const [key, field] of writable(set)) {
    const must = field.required && field.fallback === undefined
    shape[key] = must ? requiredSchema(field) : valueSchema(field).nullish()
  }
  // the shape is built from the same fields that CreateOf is computed from
  return z.strictObject({ ...shape, ...beside?.shape }) as unknown as z.ZodType<CreateOf<F> & B, CreateOf<F> & B>
}

/** What an update accepts: only the named fields change; a required one cannot become empty. */
export function changesSchema<F extends Fields>(set: FieldSet<F>): z.ZodType<ChangesOf<F>, ChangesOf<F>> {
  const shape: Record<string, z.ZodType> = { custom: customValues.optional() }
  for (const [key, field] of writable(set)) {
    shape[key] = (field.required ? requiredSchema(field) : valueSchema(field).nullable()).optional()
  }
  // the shape is built from the same fields that ChangesOf is computed from
  return z.strictObject(shape) as unknown as z.ZodType<ChangesOf<F>, ChangesOf<F>>
}
