// Inputs that nearly fit: an endpoint's own schema filled in, then spoilt in a few places as a hostile or broken
// program would.
import type { Endpoint } from '@shared/api/endpoint'
import type { Random } from './random'
import { sample } from './sampleInput'

const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  '\0',
  '\ud800',
  '🀄'.repeat(500),
  'x'.repeat(20_000),
  `'; DROP TABLE customers; --`,
  `") OR 1=1 --`,
  '%',
  '_',
  '\\',
  '*',
  '"',
  'NEAR(',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'custom.a.b',
  `custom.a'`,
  '=1+1',
  '<script>alert(1)</script>',
  '2026-02-30',
  '0000-00-00',
  'NaN',
  0,
  -0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  4_294_967_296,
  true,
  false,
  [],
  {},
  [[[[[[[[]]]]]]]],
  [null],
  { length: 1e9 },
  { $ne: null },
  { and: [] },
  { or: [{ and: [{ or: [{ and: [{ or: [] }] }] }] }] },
  JSON.parse('{"__proto__":{"isOwner":true}}'),
  JSON.parse('{"constructor":{"prototype":{"x":1}}}'),
]
const cursors = [
  'eyJvZmZzZXQiOi0xfQ',
  'eyJ2YWx1ZSI6Ing',
  '🀄',
  'eyJvZmZzZXQiOjFlMzA4fQ',
  'eyJ2YWx1ZSI6MSwiaWQiOjkwMDcxOTkyNTQ3NDA5OTN9',
  '1:1',
  'NaN:NaN',
  '-1:-1',
  '9e99:9e99',
]

/** Something a caller might send. */
export function junkInput(endpoint: Endpoint, random: Random): unknown {
  if (random.chance(0.05)) return structuredClone(random.pick(hostile))
  const whole = sample(endpoint.input, random)
  for (let spoilt = random.whole(3); spoilt > 0; spoilt--) spoil(whole, random)
  return whole
}

function spoil(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return
  const object = value as Record<string, unknown>
  const keys = Object.keys(object)
  const key =
    keys.length > 0 && random.chance(0.85)
      ? random.pick(keys)
      : random.pick(['id', 'version', 'ownerId', 'createdAt', 'archivedAt', 'after', 'filter', 'sort', 'x', '0'])
  if (random.chance(0.4) && typeof object[key] === 'object') return spoil(object[key], random)
  const found = structuredClone(
    random.pick([
      ...hostile,
      ...cursors,
      {
        field: random.pick(['name', 'id', 'custom.x', 'tags', 'ownerId', 'lastFollowedAt', '__proto__']),
        operator: random.pick(['is', 'between', 'contains', 'withinDays', 'empty', 'in']),
        value: random.pick(hostile),
      },
    ]),
  )
  // a key named __proto__ must become a key, as JSON would make it
  Object.defineProperty(object, key, { value: found, enumerable: true, configurable: true, writable: true })
}
