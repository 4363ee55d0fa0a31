import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups, readFileList, sweep } from '@main/backup/folder'
import { makeBackup } from '@main/backup/make'
import { checkOpening } from '@main/backup/opening'
import { verifyBackup } from '@main/backup/verify'
import { databaseDigest } from '@main/database/digest'
import { openDatabase } from '@main/database/open'
import { workersFolder } from '../../tools/buildWorkers'
import { addAttachment, dataFolder, openLedger, tempFolder, write } from './parts/office'
import { buildProgram } from './parts/program'

const preload = fileURLToPath(new URL('parts/killAt.mjs', import.meta.url))
let program: string
let dataDir: string
let name: string
let oldDigest: string
let newDigest: string
/** Names of the attachments the backup holds, which are their hashes. */
const filed: string[] = []

beforeAll(async () => {
  program = await buildProgram('restoreProgram')
  dataDir = dataFolder('interrupted')
  for (const text of ['合同', '报价单 '.repeat(20_000)]) filed.push(addAttachment(dataDir, text))
  filed.sort()
  let db = openLedger(join(dataDir, 'zhike.db'))
  write(db, 1, 1)
  newDigest = databaseDigest(db)
  db.close()
  const paths = {
    source: join(dataDir, 'zhike.db'),
    attachments: join(dataDir, 'files'),
    folder: join(dataDir, 'backups'),
  }
  name = (await makeBackup({ ...paths, reason: 'manual', now: Date.now })).name
  db = openLedger(join(dataDir, 'zhike.db'))
  write(db, 1, 2)
  oldDigest = databaseDigest(db)
  // Left as a kill leaves it: the last save is only in the log.
  cpSync(dataDir, `${dataDir}-killed`, { recursive: true })
  db.close()
})
afterAll(() => {
  for (const folder of [dataDir, `${dataDir}-killed`]) rmSync(folder, { recursive: true, force: true })
})

/** Runs the program on a copy of the office, killed at its n-th change of the file system. */
function runKilled(args: (dir: string) => string[], at: number, after: boolean) {
  const dir = tempFolder('interrupted-run')
  cpSync(`${dataDir}-killed`, dir, { recursive: true })
  // a restore has to bring the attachments back; a backup finds new ones
  const [what] = args(dir)
  rmSync(join(dir, what === 'restore' ? 'files' : 'backups/files'), { recursive: true })
  const killing = {
    ZHIKE_WORKERS: workersFolder,
    ZHIKE_KILL_AT: String(at),
    ZHIKE_KILL_IN: dir,
    ZHIKE_KILL_AFTER: after ? '1' : '0',
  }
  const env = { ...process.env, ...killing }
  const run = spawnSync(process.execPath, ['--import', preload, program, ...args(dir)], { env, encoding: 'utf8' })
  if (run.signal !== 'SIGKILL' && run.stdout !== 'done') throw new Error(run.stderr)
  return { dir, finished: run.stdout === 'done' }
}

function digestOf(file: string): string {
  const db = openDatabase(file)
  const digest = databaseDigest(db)
  db.close()
  return digest
}

/** Names of the attachments under a folder; none is half there. */
function wholeIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.part'),
  )
  for (const { parentPath, name: hash } of files)
    expect(
      createHash('sha256')
        .update(readFileSync(join(parentPath, hash)))
        .digest('hex'),
    ).toBe(hash)
  return files.map((entry) => entry.name).sort()
}

describe('a kill at any step', { timeout: 300_000 }, () => {
  it('of a restore leaves the old office or the new one, whole, and the old file in either case', async () => {
    const seen = new Set<string>()
    for (let at = 1, finished = false; !finished; at += 1) {
      const run = runKilled((dir) => ['restore', dir, name], at, at % 2 === 0)
      finished = run.finished
      const found = await checkOpening({ dataDir: run.dir, folder: join(run.dir, 'backups') }, 1)
      expect(found, `killed at step ${at}`).toMatchObject({ state: 'ready' })
      const digest = digestOf(join(run.dir, 'zhike.db'))
      expect([oldDigest, newDigest], `killed at step ${at}`).toContain(digest)
      const restored = wholeIn(join(run.dir, 'files'))
      if (digest === newDigest) {
        expect(restored, `killed at step ${at}`).toEqual(filed)
        const [kept] = readdirSync(join(run.dir, 'replaced'))
        expect(digestOf(join(run.dir, 'replaced', kept!, 'zhike.db'))).toBe(oldDigest)
      }
      seen.add(digest)
      rmSync(run.dir, { recursive: true, force: true })
    }
    expect(seen.size).toBe(2)
  })

  it('of a backup leaves only whole backups and an office that can be backed up again', async () => {
    for (let at = 1, finished = false; !finished; at += 1) {
      const run = runKilled((dir) => ['backup', dir], at, at % 2 === 0)
      finished = run.finished
      const folder = join(run.dir, 'backups')
      for (const backup of listBackups(folder)) {
        if (backup.name === name) continue
        expect(await verifyBackup(folder, backup.name)).toEqual({ good: true, damagedAttachments: [] })
        expect(digestOf(join(folder, backup.name, 'zhike.db'))).toBe(oldDigest)
        expect(
          readFileList(folder, backup.name)
            .map(({ sha256 }) => sha256)
            .sort(),
        ).toEqual(filed)
        expect(wholeIn(join(folder, 'files'))).toEqual(filed)
      }
      sweep(folder)
      expect(readdirSync(folder).filter((entry) => entry.startsWith('.'))).toEqual([])
      expect(existsSync(join(run.dir, 'zhike.db'))).toBe(true)
      rmSync(run.dir, { recursive: true, force: true })
    }
  })
})
