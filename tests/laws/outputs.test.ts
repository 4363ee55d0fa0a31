import { expect, test } from 'vitest'
import { fits } from '@main/api/outputs'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import { type Random, seeded } from '../support/random'
import { sample } from '../support/sampleInput'

const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
)

const junk = [null, undefined, 0, -1, 1.5, Number.NaN, Infinity, '', 'x', true, [], {}, [1], { id: 1 }, new Date(0), 1n]

/** The same with one thing wrong somewhere: another value, a key too many, a key missing. */
function spoiled(value: unknown, random: Random): unknown {
  if (random.chance(0.2) || typeof value !== 'object' || value === null) return random.pick(junk)
  if (Array.isArray(value)) {
    const at = random.whole(value.length)
    return value.length === 0 ? [random.pick(junk)] : value.map((one, i) => (i === at ? spoiled(one, random) : one))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || random.chance(0.2)) return { ...value, extra: random.pick(junk) }
  const at = random.whole(entries.length)
  if (random.chance(0.2)) return Object.fromEntries(entries.filter((_, i) => i !== at))
  return Object.fromEntries(entries.map(([key, one], i) => [key, i === at ? spoiled(one, random) : one]))
}

test.each(endpoints)('what passes unparsed from %s is what its schema lets pass', (_path, { output }) => {
  for (let seed = 0; seed < 40; seed++) {
    const random = seeded(seed)
    const whole = sample(output, random)
    for (const value of [whole, spoiled(whole, random), spoiled(spoiled(whole, random), random)]) {
      if (!fits(output, value)) continue
      expect(output.safeParse(value)).toEqual({ success: true, data: value })
    }
  }
})

test('answers of the lists and of the 360° page are understood', () => {
  const { customers, contacts, followUps, search } = api
  for (const { output } of [customers.list, customers.overview, contacts.list, followUps.list, search.find])
    for (let seed = 0; seed < 40; seed++) {
      const value = sample(output, seeded(seed))
      expect(fits(output, value)).toBe(output.safeParse(value).success)
    }
})
