// The write-ahead log is emptied by a thread of its own, so that no commit of the host waits for it.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeMark } from '@main/database/changeMark'
import { logState } from '@main/database/checkpoint'
import { closeDatabase, openDatabase, type Db } from '@main/database/open'
import { checkPragmas } from '@main/database/pragmas'
import { Checkpoints } from '@main/jobs/checkpoints'
import { dataFolder, entryCount, openLedger, write } from './parts/office'

let dataDir: string
let db: Db
let said: string[]
let checkpoints: Checkpoints
const log = { info: () => undefined, warn: (what: string) => void said.push(what), error: () => undefined }

beforeEach(() => {
  dataDir = dataFolder('checkpoints')
  db = openLedger(join(dataDir, 'zhike.db'))
  db.exec('CREATE TABLE bulk (text TEXT)')
  said = []
  checkpoints = new Checkpoints(db, log)
})
afterEach(async () => {
  delete process.env['ZHIKE_WORKERS']
  await checkpoints.stop()
  closeDatabase(db)
  rmSync(dataDir, { recursive: true, force: true })
})

/** About `pages` pages of log. */
const fill = (pages: number): void => {
  const insert = db.prepare('INSERT INTO bulk VALUES (hex(randomblob(2000)))')
  db.transaction(() => {
    for (let page = 0; page < pages; page++) insert.run()
  })()
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds() && turn < 400; turn++) await wait(25)
  expect(holds()).toBe(true)
}

describe('checkpoints', () => {
  it('are made beside the host, whose own commits make none', async () => {
    checkpoints.start()
    checkPragmas(db, { memory: false, readonly: false })
    for (let round = 0; round < 6; round++) fill(600)
    expect(logState(db).waiting).toBeGreaterThan(3600)
    await until(() => logState(db).waiting === 0)
    fill(10)
    // moved as a whole, it begins anew with the next write
    expect(logState(db).pages).toBeLessThan(100)
    expect(said).toEqual([])
  })

  it('keep the log of long work short, however steadily it writes', async () => {
    checkpoints.start()
    let longest = 0
    for (let piece = 0; piece < 60; piece++) {
      fill(300)
      longest = Math.max(longest, logState(db).pages)
      await checkpoints.settle()
    }
    expect(longest).toBeLessThan(3000)
    expect(db.prepare('SELECT count(*) FROM bulk').pluck().get()).toBe(18_000)
  })

  it('are no change of the office: a backup finds nothing new', async () => {
    checkpoints.start()
    fill(3500)
    const mark = changeMark(db)
    await until(() => logState(db).waiting === 0)
    expect(changeMark(db)).toBe(mark)
  })

  it('end with the host: no connection is left when the file is closed', async () => {
    checkpoints.start()
    fill(3500)
    await until(() => logState(db).waiting === 0)
    fill(3500)
    await checkpoints.stop()
    closeDatabase(db)
    // SQLite takes the log away with the last connection only
    expect(existsSync(join(dataDir, 'zhike.db-wal'))).toBe(false)
    db = openDatabase(join(dataDir, 'zhike.db'))
  })

  it('wait for a reader and never hold up the writer', async () => {
    checkpoints.start()
    const reader = openDatabase(join(dataDir, 'zhike.db'), { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM bulk').get()
    for (let seq = 1; seq <= 30; seq++) {
      fill(300)
      write(db, 1, seq)
      await checkpoints.settle()
    }
    expect(reader.prepare('SELECT count(*) FROM bulk').pluck().get()).toBe(0)
    reader.close()
    expect(entryCount(db)).toBe(30)
    await checkpoints.settle()
    await until(() => logState(db).waiting === 0)
  })

  it('fall to the commits again when the thread cannot be had', async () => {
    process.env['ZHIKE_WORKERS'] = dataDir
    checkpoints.start()
    fill(2000)
    await checkpoints.settle()
    expect(said).toEqual(['no thread for checkpoints'])
    expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000)
    fill(10)
    expect(logState(db).waiting).toBe(0)
  })
})
