// Inputs made from an endpoint's own schema, so that a law can be tried on endpoints nobody has written a test for.
import type { z } from 'zod'
import type { Random } from './random'

/** The parts of a schema that are looked at; zod keeps the same names for every kind. */
interface Def {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string | number>
  values?: unknown[]
  items?: z.ZodType[]
  keyType?: z.ZodType
  valueType?: z.ZodType
  catchall?: z.ZodType
  in?: z.ZodType
}

export const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def

const texts = [
  '字',
  'customers',
  'name',
  'contacts',
  '13800000000',
  'a@b.cn',
  '310000',
  '2026-11-18',
  '--11-18',
  'https://a.cn',
  '91310000MA1FL0XY12',
  'a'.repeat(32),
  'UTF-8',
  'zh-CN',
  '',
]
const numbers = [1, 2, 3, 0, 10, 20, 1_790_000_000_000]

/** A value that the schema takes, if one is easily found; `undefined` leaves a field out. */
export function sample(schema: z.ZodType, random: Random, name = ''): unknown {
  const def = defOf(schema)
  const inner = (one: z.ZodType | undefined): unknown => (one ? sample(one, random, name) : undefined)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([key, field]) => [key, sample(field, random, key)])
          .filter(([, value]) => value !== undefined),
      )
    case 'optional':
      return random.chance(0.6) ? undefined : inner(def.innerType)
    case 'nullable':
      return random.chance(0.5) ? null : inner(def.innerType)
    case 'default':
      return inner(def.innerType)
    case 'array':
      return def.element ? Array.from({ length: random.whole(3) }, () => inner(def.element)) : []
    case 'union':
      return inner(random.pick(def.options ?? []))
    case 'tuple':
      return (def.items ?? []).map(inner)
    case 'record':
      return random.chance(0.5) || !def.keyType ? {} : { [String(inner(def.keyType))]: inner(def.valueType) }
    case 'enum':
      return random.pick(Object.values(def.entries ?? {}))
    case 'literal':
      return random.pick(def.values ?? [])
    case 'boolean':
      return random.chance(0.5)
    case 'pipe':
      return inner(def.in)
    case 'number':
      return fitting(schema, name === 'version' ? [1] : numbers, random)
    case 'string':
      return fitting(schema, texts, random)
    default:
      return random.pick(['字', 1, null])
  }
}

function fitting(schema: z.ZodType, candidates: readonly unknown[], random: Random): unknown {
  const found = candidates.filter((one) => schema.safeParse(one).success)
  return found.length > 0 ? random.pick(found) : candidates[0]
}
