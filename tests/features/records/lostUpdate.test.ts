import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'
import { type Random, seeded } from '../../support/random'
import { browserRoads, type Road, windowRoad } from '../../support/transports'

const notesEach = 3

interface Habits {
  /** Planted: on a conflict, write the same text again over what others wrote. */
  writesOver?: boolean
  /** Planted: a repeated call takes a new key. */
  newKeyEachTime?: boolean
}

type Row = { id: number; version: number; note: string | null }

/** Sends a call again and again, whatever breaks, until there is an answer. */
async function persist(road: Road, input: unknown, random: Random, { newKeyEachTime }: Habits) {
  const first = randomUUID()
  for (let attempt = 0; ; attempt++) {
    const key = newKeyEachTime ? randomUUID() : first
    const gone = new AbortController()
    const breaks = attempt < 3 && random.chance(0.4)
    if (breaks) setTimeout(() => gone.abort(), random.whole(4))
    try {
      return await road.call('customers.update', input, { key, signal: gone.signal })
    } catch {
      // the line broke: nobody knows whether it was written
    }
  }
}

async function takeNotes(
  road: Road,
  ids: readonly number[],
  name: string,
  random: Random,
  habits: Habits,
): Promise<string[]> {
  const written: string[] = []
  for (let i = 0; i < notesEach; i++) {
    const mark = `${name}.${i};`
    const id = random.pick(ids)
    const read = async (): Promise<Row> => ((await road.call('customers.read', { id })) as { output: Row }).output
    let row = await read()
    let note = (row.note ?? '') + mark
    for (;;) {
      const answer = await persist(road, { id, version: row.version, changes: { note } }, random, habits)
      if ('output' in answer) break
      expect(answer.error).toMatchObject({ code: 'conflict', data: { fields: { note: 'changed' } } })
      row = await read()
      if (!habits.writesOver) note = (row.note ?? '') + mark
    }
    written.push(mark)
  }
  return written
}

/** Marks acknowledged but not there exactly once. */
async function faults(seed: number, callers: number, habits: Habits = {}): Promise<string[]> {
  const app = openTestApp()
  const ids: number[] = []
  for (const name of ['甲', '乙', '丙', '丁']) ids.push((await app.owner.api.customers.create({ name })).id)
  const windows = Array.from({ length: callers / 2 }, () => windowRoad(app.host, app.owner.token))
  const roads = [
    ...windows,
    ...(await browserRoads(
      app.host,
      windows.map(() => app.owner.token),
    )),
  ]
  const written = await Promise.all(
    roads.map((road, i) => takeNotes(road, ids, `c${i}`, seeded(seed * 100 + i), habits)),
  )
  const texts = await Promise.all(ids.map(async (id) => (await app.owner.api.customers.read({ id })).note ?? ''))
  const found = texts.join('').split(/(?<=;)/)
  for (const road of roads) await road.close()
  await app.close()
  return written.flat().filter((mark) => found.filter((one) => one === mark).length !== 1)
}

it('thirty callers on the same records, with broken lines and repeated calls, lose nothing and write nothing twice', async () => {
  expect(await faults(1, 30)).toEqual([])
}, 60_000)

it('a caller that writes over what it did not read is noticed', async () => {
  expect((await faults(2, 10, { writesOver: true })).length).toBeGreaterThan(0)
}, 60_000)

it('a repeated call under a new key is noticed', async () => {
  expect((await faults(3, 10, { newKeyEachTime: true })).length).toBeGreaterThan(0)
}, 60_000)
