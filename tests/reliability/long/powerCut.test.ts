import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inspectFile } from '@main/database/inspect'
import { closeDatabase, openDatabase } from '@main/database/open'
import { chance, dataFolder, openLedger, write } from '../parts/office'
import { Disk, eventsOf, type DiskEvent } from '../parts/powerCut'
import { buildProgram, environment } from '../parts/program'

const cuts = Number(process.env['ZHIKE_CUTS'] ?? 400)
const seed = Number(process.env['ZHIKE_SEED'] ?? Date.now() % 1_000_000)
const files = ['zhike.db', 'zhike.db-wal']
const dataDir = dataFolder('power-cut')
const cutDir = dataFolder('power-cut-after')
afterAll(() => [dataDir, cutDir].forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('a power cut', () => {
  const traced = spawnSync('strace', ['-V']).status === 0

  it(`loses no acknowledged save at ${cuts} moments (seed ${seed})`, { timeout: 3_600_000 }, async ({ skip }) => {
    skip(!traced, 'strace is not installed')
    await cutOften('')
  })

  it('… and one that was opened again without FULL is noticed', { timeout: 600_000 }, async ({ skip }) => {
    skip(!traced, 'strace is not installed')
    await expect(cutOften('normal')).rejects.toThrow(/cut behind event/)
  })
})

async function cutOften(fault: string): Promise<void> {
  const before = await firstState()
  const events = await tracedRun(fault)
  const saves = events.filter(({ kind }) => kind === 'said').length
  expect(saves).toBeGreaterThan(200)
  const random = chance(seed)
  const moments = Array.from({ length: cuts }, () => Math.floor(random() * events.length)).sort((a, b) => a - b)
  const disk = new Disk(before)
  const acked = new Map<number, number>()
  for (const [at, event] of events.entries()) {
    if (event.kind === 'said') note(event.text, acked)
    disk.take(event)
    for (; moments[0] === at; moments.shift()) {
      putOnDisk(disk.afterCut(random))
      checkAfter(acked, `cut behind event ${at}`)
    }
  }
}

async function firstState(): Promise<Map<string, Buffer>> {
  for (const name of [...files, 'zhike.db-shm']) rmSync(join(dataDir, name), { force: true })
  const db = openLedger(join(dataDir, 'zhike.db'))
  db.exec('CREATE TABLE IF NOT EXISTS attachments (writer_id INTEGER, seq INTEGER, sha256 TEXT NOT NULL)')
  for (let seq = 1; seq <= 50; seq += 1) write(db, 1, seq)
  closeDatabase(db)
  return new Map([['zhike.db', readFileSync(join(dataDir, 'zhike.db'))]])
}

async function tracedRun(fault: string): Promise<DiskEvent[]> {
  const program = await buildProgram('ledgerProgram')
  const trace = join(cutDir, 'trace')
  const calls = 'trace=pwrite64,write,ftruncate,fdatasync,fsync,unlink'
  const words = [
    '-f',
    '-y',
    '-xx',
    '-s',
    '200000',
    '-e',
    calls,
    '-o',
    trace,
    process.execPath,
    program,
    dataDir,
    '1500',
  ]
  const run = spawnSync('strace', words, { env: { ...environment, ZHIKE_FAULT: fault }, maxBuffer: 64 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(run.stderr.toString())
  return eventsOf(readFileSync(trace, 'latin1'), dataDir)
}

function note(said: string, acked: Map<number, number>): void {
  const [writer = 0, seq = 0] = said.trim().split(' ').map(Number)
  acked.set(writer, seq)
}

function putOnDisk(disk: ReadonlyMap<string, Buffer>): void {
  const folder = join(cutDir, 'disk')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of files) {
    const content = disk.get(name)
    if (content !== undefined) writeFileSync(join(folder, name), content)
  }
}

function checkAfter(acked: ReadonlyMap<number, number>, moment: string): void {
  const file = join(cutDir, 'disk', 'zhike.db')
  expect(inspectFile(file, 1), moment).toEqual({ state: 'ready', version: 1 })
  const db = openDatabase(file)
  expect(db.pragma('integrity_check', { simple: true }), moment).toBe('ok')
  expect(db.pragma('foreign_key_check'), moment).toEqual([])
  const last = db.prepare<[number], number>('SELECT last_seq FROM balances WHERE writer_id = ?').pluck()
  for (const [writer, seq] of acked)
    expect(last.get(writer) ?? 0, `${moment}, writer ${writer}`).toBeGreaterThanOrEqual(seq)
  db.close()
}
