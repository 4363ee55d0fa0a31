import { expect, test } from 'vitest'
import { card, decisionMap, type MapPerson } from '@shared/features/ties/decisionMap'

const person = (id: number, superiorId: number | null = null, decisionRole: string | null = null): MapPerson => ({
  id,
  superiorId,
  decisionRole,
})

test('superiors stand above the middle of those below them', () => {
  const { places, width, height } = decisionMap([person(1), person(2, 1), person(3, 1)], 1000)
  const at = (id: number) => places.find((one) => one.id === id)!
  expect(at(1).x).toBe((at(2).x + at(3).x) / 2)
  expect(at(1).y).toBeLessThan(at(2).y)
  expect(at(3).above).toBe(1)
  expect([width, height]).toEqual([2 * card.width + card.gapX, 2 * card.height + card.gapY])
})

test('no two cards lie on each other, however the people stand to each other and however narrow it is', () => {
  for (const width of [100, 390, 1300])
    for (let seed = 1; seed < 40; seed++) {
      const people = Array.from({ length: seed }, (_, i) =>
        person(i + 1, (i * seed) % 3 === 0 ? null : ((i * 7 + seed) % seed) + 1),
      )
      const { places } = decisionMap(people, width)
      expect(places.map(({ id }) => id).sort((a, b) => a - b)).toEqual(people.map(({ id }) => id))
      for (const a of places)
        for (const b of places)
          if (a.id !== b.id) expect(Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height).toBe(true)
    }
})

test('where there is no room side by side the lower levels stand one under the other, and all of it is in sight', () => {
  const office = [person(1), person(2, 1), ...[3, 4, 5, 6, 7].map((id) => person(id, 2))]
  for (let id = 8; id <= 15; id++) office.push(person(id, 3 + (id % 4)))
  expect(decisionMap(office, 2000).places.some(({ stacked }) => stacked)).toBe(false)
  const wide = decisionMap(office, 1070)
  expect(wide.width).toBeLessThanOrEqual(1070)
  const stackedIn = ({ places }: typeof wide) => places.filter(({ stacked }) => stacked).map(({ id }) => id)
  expect(stackedIn(wide).sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12, 13, 14, 15])
  const phone = decisionMap(office, 300)
  expect(phone.width).toBeLessThanOrEqual(300)
  expect(stackedIn(phone)).toHaveLength(13)
  expect(phone.places.find(({ id }) => id === 1)).toMatchObject({ x: 0, y: 0 })
})

test('a circle of superiors, and superiors who are not there, are no trouble', () => {
  expect(decisionMap([person(1, 2), person(2, 1), person(3, 99)], 500).places).toHaveLength(3)
  expect(decisionMap([], 500)).toEqual({ places: [], width: 0, height: 0 })
})
