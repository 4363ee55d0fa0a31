// How many planted pairs a scan finds, and how many of those it tells of were planted: on the 24 000 company names of
// the shared folder where it is there, on made-up ones elsewhere.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { companyName } from '@main/duplicates/companyName'
import { fillDuplicateKeys } from '@main/duplicates/keyIndex'
import { openTestApp, type TestApp } from '../../support/app'
import { seeded } from '../../support/random'
import { companyOf, decoyOf, fullName, slips, type VariantKind, variantKinds, variantOf } from './plantedNames'
import { roomOf, type Room, writtenAgain } from './plantedRooms'

const folder = process.env['ZHIKE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
const file = join(folder, 'names-cn/company-short-names.txt')

function shortNames(): string[] {
  if (existsSync(file))
    return [
      ...new Set(
        readFileSync(file, 'utf8')
          .split(/\s+/u)
          .filter((name) => name.length >= 2),
      ),
    ]
  const signs = [
    ...'德凯盛昌宏达润丰泰恒瑞鑫隆腾飞翔宇晨曦佳美华康安吉祥福源顺鼎立邦汇聚卓越嘉禾铭诚莱茵博森欧派维斯拓普朗科尔蓝海青山绿洲红杉紫金银河云杰贝塔迪诺曼特雅格兰登峰博纳天工神舟巨力',
  ]
  const random = seeded(7)
  const brand = (length: number): string => Array.from({ length }, () => random.pick(signs)).join('')
  return [...new Set(Array.from({ length: 3000 }, () => brand(random.chance(0.3) ? 2 : 3)))]
}

interface Planted {
  names: string[]
  /** Who is there and where, by the place of the name. */
  rooms: Room[]
  /** 'first second' ids (1-based) → how the second is written. */
  truth: Map<string, VariantKind>
}

function plant(): Planted {
  const random = seeded(20261122)
  const companies = shortNames().map((short) => companyOf(short, random))
  const names = companies.map(fullName)
  const others = seeded(20261129)
  const rooms = companies.map(() => roomOf(others))
  const truth = new Map<string, VariantKind>()
  const each = Math.min(300, Math.floor(companies.length / (variantKinds.length + 4)))
  const left = companies.map((_, at) => at)
  for (const kind of variantKinds)
    for (let made = 0; made < each && left.length > 0;) {
      const [at = 0] = left.splice(random.whole(left.length), 1)
      const written = variantOf(companies[at]!, kind, random)
      if (written === null) continue
      names.push(written)
      rooms.push(writtenAgain(rooms[at]!, others))
      truth.set(`${at + 1} ${names.length}`, kind)
      // companies with a namesake elsewhere are the hard ones
      if (random.chance(0.3)) {
        names.push(decoyOf(companies[at]!, random))
        rooms.push(roomOf(others))
      }
      made++
    }
  return { names, rooms, truth }
}

function fill(app: TestApp, { names, rooms }: Planted): void {
  const customer = app.host.db.prepare(
    `INSERT INTO customers (created_at, updated_at, created_by_id, name, address, type, level, owner_id) VALUES (0, 0, 1, ?, ?, 'potential', 'normal', 1)`,
  )
  const contact = app.host.db.prepare(
    'INSERT INTO contacts (created_at, updated_at, created_by_id, customer_id, name) VALUES (0, 0, 1, ?, ?)',
  )
  app.host.db.transaction(() =>
    names.forEach((name, at) => {
      customer.run(name, rooms[at]!.address)
      contact.run(at + 1, rooms[at]!.person)
    }),
  )()
}

async function scan(app: TestApp): Promise<void> {
  const { jobId } = await app.owner.api.duplicates.scan({})
  for (;;) {
    const { state } = await app.owner.api.jobs.read({ id: jobId })
    if (state !== 'running') return expect(state).toBe('done')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test(
  'planted pairs are found, and little else is told of, namesakes elsewhere or not',
  { timeout: 120_000 },
  async () => {
    const planted = plant()
    const { names, rooms, truth } = planted
    const app = openTestApp()
    fill(app, planted)
    const began = performance.now()
    await fillDuplicateKeys(app.host, new AbortController().signal)
    const filled = performance.now()
    await scan(app)
    const scanned = performance.now()
    const pairs = app.host.db
      .prepare("SELECT first_id || ' ' || second_id pair, score, reasons FROM duplicate_pairs")
      .all() as { pair: string; score: number; reasons: string }[]
    const found = new Set(pairs.map(({ pair }) => pair))
    const brands = names.map((name) => companyName(name).brand.length)
    const telling = (pair: string): boolean => pair.split(' ').every((id) => (brands[Number(id) - 1] ?? 0) > 2)
    const recallOf = (kinds: readonly string[], wanted: (pair: string) => boolean = () => true): number => {
      const planted = [...truth].filter(([pair, kind]) => kinds.includes(kind) && wanted(pair))
      return planted.filter(([pair]) => found.has(pair)).length / Math.max(1, planted.length)
    }
    const right = pairs.filter(({ pair }) => truth.has(pair)).length
    const sure = pairs.filter(({ score }) => score >= 0.9)
    const precision = right / pairs.length
    // those that sound alike are told of anyway
    const unheard = slips.filter((kind) => kind !== 'sound')
    const exact = recallOf(variantKinds.filter((kind) => !slips.includes(kind)))
    const slipped = recallOf(slips, telling)
    const print = (text: string): void => void process.stdout.write(`${text}\n`)
    for (const kind of variantKinds)
      print(
        `${kind.padEnd(18)} ${recallOf([kind]).toFixed(3)}, of brands from 3 signs ${recallOf([kind], telling).toFixed(3)}`,
      )
    const ms = (from: number, to: number): string => `${Math.round(to - from)} ms`
    print(
      `${names.length} names: precision ${precision.toFixed(3)} (of the sure ones ${(sure.filter(({ pair }) => truth.has(pair)).length / sure.length).toFixed(3)}), recall ${exact.toFixed(3)} without slips, of slips ${slipped.toFixed(3)} (with brands of 2 signs ${recallOf(slips).toFixed(3)}), of all ${recallOf(variantKinds).toFixed(3)} (from 3 signs ${recallOf(variantKinds, telling).toFixed(3)}); keys ${ms(began, filled)}, scan ${ms(filled, scanned)}`,
    )
    const shared = (pair: string): string => {
      const [first, second] = pair.split(' ').map((id) => rooms[Number(id) - 1])
      const same = [first?.person === second?.person && 'person', first?.door === second?.door && 'address']
      return same.filter(Boolean).join(' and ') || 'neither'
    }
    const bySign = /contactName|address/u
    for (const signs of ['neither', 'person', 'address', 'person and address']) {
      const mine = (pair: string): boolean => !telling(pair) && shared(pair) === signs
      print(`slips in brands of 2 signs, ${signs} in common: recall ${recallOf(unheard, mine).toFixed(3)}`)
    }
    const bySecond = pairs.filter(({ reasons }) => bySign.test(reasons))
    const secondRight = bySecond.filter(({ pair }) => truth.has(pair)).length
    print(`pairs only for a second sign: ${bySecond.length}, of them planted ${secondRight}`)
    const typed = [...truth].filter(([pair, kind]) => slips.includes(kind) && !telling(pair)).slice(0, 300)
    let told = 0
    for (const [pair] of typed) {
      const [first = 0, second = 0] = pair.split(' ').map(Number)
      const answer = await app.owner.api.duplicates.check({ customer: { name: names[second - 1] }, exceptId: second })
      if ([...answer.matches, ...answer.similar].some(({ id }) => id === first)) told++
    }
    print(`slips in brands of 2 signs, told of while typing: ${told} of ${typed.length}`)
    const wrong = pairs.filter(({ pair }) => !truth.has(pair)).slice(0, Number(process.env['ZHIKE_WRONG'] ?? 8))
    const nameOf = (id: string): string => names[Number(id) - 1] ?? ''
    for (const line of wrong.map(({ pair, score }) => [...pair.split(' ').map(nameOf), score].join(' ~ ')))
      print(`not planted: ${line}`)
    expect(exact).toBeGreaterThan(0.95)
    expect(slipped).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.95)
    expect(secondRight / bySecond.length).toBeGreaterThan(0.95)
    expect(recallOf(unheard, (pair) => !telling(pair) && shared(pair) !== 'neither')).toBeGreaterThan(0.8)
    await app.close()
  },
)
