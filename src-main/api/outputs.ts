// Whether an answer fits its schema, found out without copying it: zod takes longer over a page of a list than
// reading it does. Only a plain yes counts; whatever is not understood here, or does not fit, zod decides.
import type { z } from 'zod'

type Fits = (value: unknown) => boolean

/** The parts of a schema that are looked at; zod keeps the same names for every kind. */
interface Def {
  type: string
  shape?: Record<string, z.ZodType>
  catchall?: z.ZodType
  innerType?: z.ZodType
  element?: z.ZodType
  valueType?: z.ZodType
  keyType?: z.ZodType
  options?: z.ZodType[]
  items?: z.ZodType[]
  rest?: z.ZodType | null
  entries?: Record<string, unknown>
  values?: unknown[]
  checks?: { _zod: { def: { check: string; format?: string } } }[]
  check?: string
  format?: string
  coerce?: boolean
}

// a kind of schema is known by its `type`; each reader looks at the parts of its own kind
const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def
const known = new WeakMap<z.ZodType, Fits>()

/**
 * True: the value is what the schema lets pass, unchanged. False: ask the schema itself.
 * @example fits(endpoint.output, answer) ? answer : endpoint.output.parse(answer)
 */
export function fits(schema: z.ZodType, value: unknown): boolean {
  return fitsOf(schema)(value)
}

function fitsOf(schema: z.ZodType): Fits {
  let found = known.get(schema)
  if (!found) known.set(schema, (found = made(schema)))
  return found
}

const never: Fits = () => false
const isInteger = ({ check, format }: { check?: string; format?: string }): boolean =>
  check === 'number_format' && format === 'safeint'

function made(schema: z.ZodType): Fits {
  const def = defOf(schema)
  const checks = def.checks ?? []
  if (def.type === 'number' && !def.coerce && checks.every(({ _zod }) => isInteger(_zod.def)))
    return isInteger(def) || checks.length > 0 ? Number.isSafeInteger : Number.isFinite
  if (checks.length > 0 || def.check !== undefined || def.coerce) return plainly(schema, def)
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string'
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'null':
      return (value) => value === null
    case 'unknown':
    case 'any':
      return () => true
    case 'enum':
    case 'literal':
      return among(def.values ?? Object.values(def.entries ?? {}))
    default:
      return madeOfParts(def)
  }
}

/** Rules of their own are zod's to judge; they are asked of single values, which costs little. */
const plainly = (schema: z.ZodType, { type }: Def): Fits =>
  type === 'string' || type === 'number' ? (value) => schema.safeParse(value).success : never

function among(values: readonly unknown[]): Fits {
  const all = new Set(values)
  return (value) => all.has(value)
}

function madeOfParts(def: Def): Fits {
  const { type, innerType, element, options } = def
  if (type === 'nullable' && innerType) {
    const inner = fitsOf(innerType)
    return (value) => value === null || inner(value)
  }
  if (type === 'optional' && innerType) {
    const inner = fitsOf(innerType)
    return (value) => value === undefined || inner(value)
  }
  if (type === 'array' && element) {
    const each = fitsOf(element)
    return (value) => Array.isArray(value) && value.every(each)
  }
  if (type === 'union' && options) {
    const ways = options.map(fitsOf)
    return (value) => ways.some((way) => way(value))
  }
  if (type === 'tuple' && def.items && !def.rest) {
    const parts = def.items.map(fitsOf)
    return (value) =>
      Array.isArray(value) && value.length === parts.length && parts.every((part, at) => part(value[at]))
  }
  if (type === 'record' && def.keyType && def.valueType) return recordOf(def.keyType, def.valueType)
  if (type === 'object' && def.shape && def.catchall && defOf(def.catchall).type === 'never') return strict(def.shape)
  return never
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function recordOf(keyType: z.ZodType, valueType: z.ZodType): Fits {
  // keys of a closed list all have to be there
  if (defOf(keyType).type !== 'string') return never
  const [key, each] = [fitsOf(keyType), fitsOf(valueType)]
  return (value) => isObject(value) && Object.entries(value).every(([name, one]) => key(name) && each(one))
}

function strict(shape: Record<string, z.ZodType>): Fits {
  const parts = new Map(Object.entries(shape).map(([key, part]) => [key, fitsOf(part)]))
  const needed = Object.keys(shape).filter((key) => shape[key] && defOf(shape[key]).type !== 'optional')
  const optional = new Set(Object.keys(shape).filter((key) => !needed.includes(key)))
  return (value) => {
    if (!isObject(value)) return false
    let seen = 0
    for (const key in value) {
      const part = parts.get(key)
      if (!part?.(value[key])) return false
      if (!optional.has(key)) seen++
    }
    return seen === needed.length
  }
}
