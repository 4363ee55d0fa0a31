import { expect, test } from 'vitest'
import { z } from 'zod'
import { handlers } from '@main/features'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import { allPermissions } from '@shared/permissions'
import { defOf } from '../support/sampleInput'

const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
)

/** Where an object lets unknown keys pass. */
function looseObjects(schema: z.ZodType, path: string, seen = new Set<z.ZodType>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const def = defOf(schema)
  const parts: [string, z.ZodType][] = [
    ...Object.entries(def.shape ?? {}),
    ...(['innerType', 'element', 'valueType', 'in'] as const).flatMap((key): [string, z.ZodType][] =>
      def[key] ? [[key, def[key]]] : [],
    ),
    ...[...(def.options ?? []), ...(def.items ?? [])].map((one, i): [string, z.ZodType] => [String(i), one]),
  ]
  const loose = def.type === 'object' && (!def.catchall || defOf(def.catchall).type !== 'never') ? [path] : []
  return [...loose, ...parts.flatMap(([key, part]) => looseObjects(part, `${path}.${key}`, seen))]
}

test.each(endpoints)('%s has a guard, a strict input, a strict output and a handler', (path, endpoint) => {
  expect(['public', 'signedIn', ...allPermissions]).toContain(endpoint.permission)
  expect(defOf(endpoint.input).type).toBe('object')
  expect(looseObjects(endpoint.input, 'input')).toEqual([])
  expect(looseObjects(endpoint.output, 'output')).toEqual([])
  const [room = '', name = ''] = path.split('.')
  expect(handlers[room]?.[name]).toBeTypeOf('function')
  expect(path).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/)
})

// the transports write answers as they are: a date or a set would arrive as something else
test.each(endpoints)('%s answers with JSON', (_path, { output }) => {
  const other: string[] = []
  z.toJSONSchema(output, {
    unrepresentable: 'any',
    override: ({ zodSchema }) => {
      const { type } = zodSchema._zod.def
      if (['date', 'bigint', 'map', 'set', 'nan', 'file', 'symbol', 'undefined', 'void', 'promise'].includes(type))
        other.push(type)
    },
  })
  expect(other).toEqual([])
})

// and rows that are many as a table (src-shared/api/tables.ts): a reader tells one by its not being a list
test.each(endpoints)('%s has no rows that are an object', (_path, { output }) => {
  const shape = (defOf(output).shape ?? {}) as Record<string, z.ZodType>
  if (shape['rows']) expect(['object', 'record', 'unknown', 'any']).not.toContain(defOf(shape['rows']).type)
})

test('every handler belongs to an endpoint', () => {
  const known = new Set(endpoints.map(([path]) => path))
  const all = Object.entries(handlers).flatMap(([room, ofRoom]) => Object.keys(ofRoom).map((name) => `${room}.${name}`))
  expect(all.filter((path) => !known.has(path))).toEqual([])
})

test('only what must be is open before sign-in', () => {
  expect(endpoints.filter(([, { permission }]) => permission === 'public').map(([path]) => path)).toEqual([
    'auth.status',
    'auth.setUp',
    'auth.signIn',
    'auth.unlock',
  ])
})
