import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDatabase, type Db } from '@main/database/open'
import { chance, dataFolder } from './parts/office'
import { allLanes, buildProgram, startProgram } from './parts/program'

const kills = Number(process.env['ZHIKE_KILLS'] ?? 95)
const seed = Number(process.env['ZHIKE_SEED'] ?? Date.now() % 1_000_000)

describe('kill -9 under load from eight writers', () => {
  it(`loses no acknowledged save in ${kills} kills (seed ${seed})`, { timeout: kills * 3000 }, async () => {
    const file = await buildProgram('ledgerProgram')
    const shares = [Math.ceil(kills / 2), Math.floor(kills / 2)]
    const acked = await allLanes(shares.map((share, lane) => killOften(file, share, chance(seed + lane))))
    // The load was real: every kill hit a program that had been saving.
    expect(acked.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(kills * 8)
  })

  it.each(['ackFirst', 'rowFirst'])('notices a planted fault: %s', { timeout: 180_000 }, async (fault) => {
    const file = await buildProgram('ledgerProgram')
    await expect(killOften(file, 60, chance(seed), fault)).rejects.toThrow()
  })
})

async function killOften(file: string, times: number, random: () => number, fault = ''): Promise<number> {
  const dataDir = dataFolder('kill')
  const acked = new Map<number, number>()
  try {
    for (let kill = 0; kill < times; kill += 1) {
      const program = startProgram(file, [dataDir], fault)
      while (program.said().length < 40) await wait(2)
      await wait(random() * 40)
      await program.kill()
      takeAcks(program.said(), acked)
      check(dataDir, acked)
    }
    return [...acked.values()].reduce((sum, last) => sum + last, 0)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function takeAcks(said: string, acked: Map<number, number>): void {
  // A line cut off by the kill was not heard whole, so it is no acknowledgement.
  for (const line of said.split('\n').slice(0, -1)) {
    const [writer, seq] = line.split(' ').map(Number)
    acked.set(writer!, seq!)
  }
}

function check(dataDir: string, acked: Map<number, number>): void {
  const db = openDatabase(join(dataDir, 'zhike.db'))
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    for (const [writer, seq] of acked) expect(lastOf(db, writer), `writer ${writer}`).toBeGreaterThanOrEqual(seq)
    expect(db.prepare('SELECT writer_id, count(*), max(seq) FROM entries GROUP BY writer_id').raw().all()).toEqual(
      db.prepare('SELECT writer_id, last_seq, last_seq FROM balances ORDER BY writer_id').raw().all(),
    )
    expect(db.prepare('SELECT writer_id, seq FROM entries EXCEPT SELECT writer_id, seq FROM audit').all()).toEqual([])
    expect(db.prepare('SELECT writer_id, seq FROM audit EXCEPT SELECT writer_id, seq FROM entries').all()).toEqual([])
    for (const sha256 of db.prepare<[], string>('SELECT sha256 FROM attachments').pluck().all()) {
      const content = readFileSync(join(dataDir, 'files', sha256.slice(0, 2), sha256))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
  } finally {
    db.close()
  }
}

const lastOf = (db: Db, writer: number): number =>
  Number(db.prepare('SELECT last_seq FROM balances WHERE writer_id = ?').pluck().get(writer) ?? 0)
