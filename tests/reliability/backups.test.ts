import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { databaseDigest } from '@main/database/digest'
import { closeDatabase, openDatabase, type Db } from '@main/database/open'
import { BackupService, type BackupEvent } from '@main/backup/service'
import { checkOpening } from '@main/backup/opening'
import { addAttachment, dataFolder, digestAfter, entryCount, openLedger, tempFolder, write } from './parts/office'

let dataDir: string
let db: Db
const folders: string[] = []

beforeEach(() => {
  dataDir = dataFolder('backups')
  folders.push(dataDir)
  db = openLedger(join(dataDir, 'zhike.db'))
  write(db, 1, 1)
})
afterEach(() => {
  db.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const by = { personId: 1, actorId: 1, device: 'test' }

const service = (more: Partial<ConstructorParameters<typeof BackupService>[0]> = {}) =>
  new BackupService({
    db: () => db,
    dataDir,
    whileClosed: async (work) => {
      closeDatabase(db)
      await work()
      db = openLedger(join(dataDir, 'zhike.db'))
    },
    ...more,
  })

function digestOf(file: string): string {
  const copy = openDatabase(file, { readonly: true })
  const digest = databaseDigest(copy)
  copy.close()
  return digest
}

describe('a backup', { timeout: 120_000 }, () => {
  it('made while the office is writing holds one moment of it, digest for digest', async () => {
    const backups = service()
    let seq = 1
    const writing = setInterval(() => write(db, 1, (seq += 1)), 0)
    for (let round = 0; round < 6; round += 1) await backups.create('manual')
    clearInterval(writing)
    const made = backups.list()
    expect(made).toHaveLength(6)
    const sizes = made.map(({ name, counts }) => {
      expect(digestOf(join(dataDir, 'backups', name, 'zhike.db'))).toBe(digestAfter(counts['entries'] ?? 0))
      return counts['entries'] ?? 0
    })
    expect(new Set(sizes).size).toBeGreaterThan(1)
  })

  it('never keeps the host from answering for more than 50 ms', async () => {
    db.exec(`WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
      INSERT INTO entries (writer_id, seq, text) SELECT 1, i, hex(randomblob(50000)) FROM n`)
    const backups = service()
    // The best of several runs: other tests on this machine cause pauses of their own.
    const pauses: number[] = []
    for (let run = 0; run < 4; run += 1) pauses.push(await longestPause(() => backups.create('manual')))
    expect(Math.min(...pauses)).toBeLessThan(50)
  })

  it('leaves the host its locks: nobody else can write while the host does', async () => {
    const backups = service()
    await backups.create('manual')
    db.exec('BEGIN IMMEDIATE')
    await backups.create('manual')
    const other = spawnSync(process.execPath, ['-e', tryToWrite, join(dataDir, 'zhike.db')], {
      cwd: import.meta.dirname,
    })
    expect(other.stdout.toString()).toBe('SQLITE_BUSY')
    db.exec('ROLLBACK')
  })

  it('says what it holds, and notices any later change of a single bit', async () => {
    addAttachment(dataDir, '合同扫描件')
    const backups = service()
    const { name, counts, attachments } = await backups.create('manual')
    expect(counts).toMatchObject({ writers: 1, entries: 1, audit: 1 })
    expect(attachments.count).toBe(1)
    expect(await backups.verify(name)).toEqual({ good: true, damagedAttachments: [] })
    flipBit(join(dataDir, 'backups', name, 'zhike.db'), 5000)
    expect(await backups.verify(name)).toMatchObject({ good: false })
    await expect(backups.restore(name, by)).rejects.toMatchObject({ code: 'damagedBackup' })
    expect(entryCount(db)).toBe(1)
  })

  it('refuses names that are not names of backups', async () => {
    const backups = service()
    for (const name of ['..', '../backups', 'files', '', '20260101-000000-manual/../../x'])
      await expect(backups.verify(name)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('of a damaged office fails in words and leaves nothing behind', async () => {
    for (let seq = 2; seq < 500; seq += 1) write(db, 1, seq)
    closeDatabase(db)
    const file = join(dataDir, 'zhike.db')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 12_288, 20_480)
    writeFileSync(file, bytes)
    db = openDatabase(file)
    const events: BackupEvent[] = []
    const backups = service()
    backups.on((event) => events.push(event))
    await expect(backups.create('manual')).rejects.toMatchObject({ code: 'damagedSource' })
    expect(events).toMatchObject([{ kind: 'failed', code: 'damagedSource', second: false }])
    expect(backups.status().failure?.code).toBe('damagedSource')
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([])
  })

  it('is made two minutes after the start when something has changed, so that short days have theirs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const backups = service()
    backups.start()
    vi.advanceTimersByTime(119_000)
    expect(backups.status().running).toBe(false)
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    await backups.stop()
    expect(backups.list()).toMatchObject([{ reason: 'schedule' }])
  })

  it('is made by the clock only after changes', async () => {
    const backups = service()
    await backups.tick()
    await backups.tick()
    expect(backups.list()).toHaveLength(1)
    write(db, 1, 2)
    await backups.tick()
    await backups.tick()
    expect(backups.list()).toHaveLength(2)
    const next = service()
    await next.tick()
    expect(next.list()).toHaveLength(2)
  })
})

describe('a restore', { timeout: 120_000 }, () => {
  it('brings back the office and its attachments, and can itself be undone', async () => {
    const attachment = addAttachment(dataDir, '报价单')
    const backups = service()
    const { name } = await backups.create('manual')
    const old = databaseDigest(db)
    write(db, 1, 2)
    const present = databaseDigest(db)
    rmSync(join(dataDir, 'files', attachment.slice(0, 2), attachment))

    const { kept } = await backups.restore(name, by)
    expect(databaseDigest(db)).toBe(old)
    expect(readFileSync(join(dataDir, 'files', attachment.slice(0, 2), attachment), 'utf8')).toBe('报价单')
    expect(digestOf(join(dataDir, kept ?? '', 'zhike.db'))).toBe(present)

    const before = backups.list().find(({ reason }) => reason === 'beforeRestore')
    await backups.restore(before?.name ?? '', by)
    expect(databaseDigest(db)).toBe(present)
  })

  it('does not wait for those who wait for it: their backup is refused', async () => {
    const refused: unknown[] = []
    const nightly = () => backups.create('beforeBulk').catch((error: unknown) => void refused.push(error))
    const backups = service({
      async whileClosed(work) {
        // as the host does: it ends only when its nightly work has ended, begun before or just now
        await Promise.all([waiting, nightly()])
        closeDatabase(db)
        await work()
        db = openLedger(join(dataDir, 'zhike.db'))
      },
    })
    const { name } = await backups.create('manual')
    const restoring = backups.restore(name, by)
    const waiting = nightly()
    await restoring
    expect(refused).toMatchObject([{ code: 'busy' }, { code: 'busy' }])
    expect((await backups.create('manual')).name).toBeTruthy()
  })

  it('tells which attachments can no longer be brought back', async () => {
    const attachment = addAttachment(dataDir, '名片')
    const path = `${attachment.slice(0, 2)}/${attachment}`
    const backups = service()
    const { name } = await backups.create('manual')
    rmSync(join(dataDir, 'files', path))
    rmSync(join(dataDir, 'backups', 'files', path))
    expect(await backups.restore(name, by)).toMatchObject({ missingAttachments: [path] })
  })

  it('is offered for a damaged file from the newest good backup, and keeps the damaged one', async () => {
    const backups = service()
    const good = await backups.create('manual')
    write(db, 1, 2)
    const spoilt = await backups.create('manual')
    flipBit(join(dataDir, 'backups', spoilt.name, 'zhike.db'), 9000)
    closeDatabase(db)
    writeFileSync(join(dataDir, 'zhike.db'), 'not a database at all')
    const place = { dataDir, folder: join(dataDir, 'backups') }
    expect(await checkOpening(place, 1)).toMatchObject({ code: 'notDatabase', backup: { name: good.name } })
    rmSync(join(dataDir, 'zhike.db'))
    expect(await checkOpening(place, 1)).toMatchObject({ code: 'missing', backup: { name: good.name } })
  })
})

describe('a second place', { timeout: 120_000 }, () => {
  it('gets every backup with its attachments and can restore after the first is lost', async () => {
    const second = tempFolder('second')
    folders.push(second)
    const attachment = addAttachment(dataDir, '照片')
    const backups = service({ secondFolder: () => second })
    const { name } = await backups.create('manual')
    const present = databaseDigest(db)
    write(db, 1, 2)
    rmSync(join(dataDir, 'backups'), { recursive: true })
    rmSync(join(dataDir, 'files'), { recursive: true })
    await backups.restore(name, by)
    expect(databaseDigest(db)).toBe(present)
    expect(existsSync(join(dataDir, 'files', attachment.slice(0, 2), attachment))).toBe(true)
  })

  it('that is not there is told apart and does not harm the first', async () => {
    const second = join(dataDir, 'unplugged')
    const backups = service({ secondFolder: () => second })
    await backups.create('manual')
    expect(backups.status()).toMatchObject({ count: 1, failure: null, second: { failure: { code: 'folder' } } })
    expect(existsSync(second)).toBe(false)
  })
})

const tryToWrite = `
  const db = require('better-sqlite3')(process.argv[1], { timeout: 0 })
  try { db.exec('BEGIN IMMEDIATE'); console.log('got in') } catch (error) { process.stdout.write(error.code) }`

function flipBit(file: string, at: number) {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await work()
  clearInterval(watch)
  return longest
}
