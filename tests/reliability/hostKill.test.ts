import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { firstBrokenLink } from '@main/api/audit'
import { openDatabase, type Db } from '@main/database/open'
import { call, Writer, type Session } from './parts/desk'
import { Filed } from './parts/filed'
import { chance, tempFolder } from './parts/office'
import { allLanes, buildHost, startProgram, type Program } from './parts/program'

// With those of kill.test.ts and checkpointKill.test.ts, which cost a tenth each, the two hundred of guarantee 1.
const kills = Number(process.env['ZHIKE_KILLS'] ?? 100)
const writers = Number(process.env['ZHIKE_WRITERS'] ?? 8)
const seed = Number(process.env['ZHIKE_SEED'] ?? Date.now() % 1_000_000)

describe('kill -9 of the host under load', () => {
  it(
    `loses no acknowledged save and repeats none in ${kills} kills (seed ${seed})`,
    { timeout: 60_000 + kills * 6000 },
    async () => {
      const host = await buildHost()
      const shares = [Math.ceil(kills / 2), Math.floor(kills / 2)]
      const saves = await allLanes(shares.map((share, lane) => killOften(host, share, chance(seed + lane))))
      // The load was real: every kill hit a host that was saving.
      expect(Math.min(...saves)).toBeGreaterThanOrEqual(Math.floor(kills / 2) * writers)
    },
  )
})

/** Kills one office's host `times` times; gives the number of saves acknowledged meanwhile. */
async function killOften(host: string, times: number, random: () => number): Promise<number> {
  const dataDir = tempFolder('host-kill')
  const desks = Array.from({ length: writers }, (_, at) => new Writer(`客户${at}`, random))
  const session: Session = { url: '', cookie: '' }
  const filed = new Filed(dataDir)
  let program: Program | null = null
  try {
    for (let kill = 0; kill < times; kill += 1) {
      program = await startHost(host, dataDir, session)
      if (kill === 0) await call(session, 'auth.setUp', firstRun)
      const working = desks.map((desk) => desk.work({ ...session }))
      await underLoad(desks)
      await wait(random() * 60)
      await program.kill()
      await Promise.all(working)
      await check(dataDir, desks, filed)
    }
    return savesOf(desks)
  } finally {
    program?.process.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const savesOf = (desks: Writer[]): number => desks.reduce((sum, desk) => sum + desk.count, 0)

/** The first calls of a fresh program are slow: waits until each writer has been answered once on average. */
async function underLoad(desks: Writer[]): Promise<void> {
  const enough = savesOf(desks) + desks.length
  for (const until = Date.now() + 10_000; savesOf(desks) < enough && Date.now() < until;) await wait(3)
}

const firstRun = { company: '上海某某信息', name: '老板', login: 'boss', password: 'correct horse', remember: true }

async function startHost(host: string, dataDir: string, session: Session): Promise<Program> {
  const program = startProgram(host, ['--data', dataDir, '--no-page'])
  for (const until = Date.now() + 90_000; Date.now() < until; await wait(5)) {
    const url = /http:\S+/.exec(program.said())?.[0]
    if (url === undefined) continue
    session.url = url
    return program
  }
  await program.kill()
  throw new Error(`the host did not start: ${program.said()}`)
}

async function check(dataDir: string, desks: Writer[], filed: Filed): Promise<void> {
  const db = openDatabase(join(dataDir, 'zhike.db'))
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    for (const { acked } of desks) checkAcked(db, acked)
    expect(db.prepare('SELECT name FROM customers GROUP BY name HAVING count(*) > 1').all()).toEqual([])
    expect(firstBrokenLink(db)).toBeNull()
    expect(db.prepare(auditUnlikeChanges).all()).toEqual([])
    await filed.check(db)
  } finally {
    db.close()
  }
}

function checkAcked(db: Db, { customers, followUps, attachments }: Writer['acked']): void {
  const read = db.prepare<[number], { name: string; version: number; sourceNote: string | null }>(
    'SELECT name, version, source_note AS sourceNote FROM customers WHERE id = ?',
  )
  for (const [id, acked] of customers) {
    const row = read.get(id)
    expect(row?.name, `customer ${id}`).toBe(acked.name)
    expect(row!.version).toBeGreaterThanOrEqual(acked.version)
    if (row!.version === acked.version) expect(row!.sourceNote).toBe(acked.sourceNote)
  }
  const has = db.prepare<[number], number>('SELECT 1 FROM follow_ups WHERE id = ?').pluck()
  for (const id of followUps) expect(has.get(id), `follow-up ${id}`).toBe(1)
  const hash = db.prepare<[number], string>('SELECT hash FROM attachments WHERE id = ?').pluck()
  for (const [id, sent] of attachments) expect(hash.get(id), `attachment ${id}`).toBe(sent)
}

// Every change belongs to a change set, every change set to exactly one audit row that says ok; and every version
// of every customer beyond its first has its change.
const auditUnlikeChanges = `
  SELECT 'change without set', id FROM changes WHERE change_set_id NOT IN (SELECT id FROM change_sets)
  UNION ALL SELECT 'set without audit', id FROM change_sets
    WHERE (SELECT count(*) FROM audit_log WHERE change_set_id = change_sets.id AND outcome = 'ok') <> 1
  UNION ALL SELECT 'customer without change', id FROM customers
    WHERE (SELECT max(version) FROM changes WHERE entity = 'customers' AND record_id = customers.id) IS NOT version
  UNION ALL SELECT 'change without customer', record_id FROM changes
    WHERE entity = 'customers' AND record_id NOT IN (SELECT id FROM customers)`
