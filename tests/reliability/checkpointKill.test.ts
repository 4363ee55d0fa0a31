// A kill while the thread moves the log, or just behind it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '@main/database/open'
import { chance, dataFolder } from './parts/office'
import { buildProgram, startProgram } from './parts/program'

const kills = Number(process.env['ZHIKE_CHECKPOINT_KILLS'] ?? 5)
const seed = Number(process.env['ZHIKE_SEED'] ?? Date.now() % 1_000_000)
const dataDir = dataFolder('checkpoint-kill')

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

it(
  `kill -9 around checkpoints loses no acknowledged save in ${kills} kills (seed ${seed})`,
  { timeout: kills * 15_000 },
  async () => {
    const file = await buildProgram('checkpointProgram')
    const random = chance(seed)
    let moved = 0
    let acked = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const program = startProgram(file, [dataDir])
      // ten saves fill the log to where it is moved
      const saves = 9 + Math.floor(random() * 4)
      while (program.said().split('\n').length <= saves) await wait(5)
      await wait(random() * 20)
      await program.kill()
      const lines = program.said().split('\n').slice(0, -1)
      expect(lines).not.toContain('warn')
      moved += lines.filter((line) => line === 'moved').length
      acked = Math.max(acked, ...lines.map((line) => Number(line.split(' ')[1] ?? 0)))
      check(acked)
    }
    expect(moved).toBeGreaterThan(0)
  },
)

function check(acked: number): void {
  const db = openDatabase(join(dataDir, 'zhike.db'))
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const saves = db.prepare<[], { seq: number; pages: number }>(
      'SELECT e.seq, (SELECT count(*) FROM bulk b WHERE b.seq = e.seq) pages FROM entries e WHERE writer_id = 1 ORDER BY e.seq',
    )
    const all = saves.all()
    expect(all.length).toBeGreaterThanOrEqual(acked)
    expect(all.filter(({ pages }) => pages !== 200)).toEqual([])
  } finally {
    db.close()
  }
}
