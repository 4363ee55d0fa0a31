// Exact counts of large lists are asked of a thread; here: that they say what the host itself would say.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@main/database/open'
import { Reader } from '@main/jobs/reader'
import { buildWorkers } from '../../../tools/buildWorkers'

const folder = mkdtempSync(join(tmpdir(), 'zhike-reader-'))
const file = join(folder, 'office.db')
const warned: string[] = []
const log = { info: () => undefined, warn: (text: string) => void warned.push(text), error: () => undefined }

const slow = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ?) SELECT count(*) c FROM n a, n b'

beforeAll(async () => {
  await buildWorkers()
  const db = openDatabase(file)
  db.exec('CREATE TABLE visits (id INTEGER PRIMARY KEY, way TEXT); INSERT INTO visits (way) VALUES (1), (1), (2)')
  closeDatabase(db)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a read in the thread sees what was committed, and cannot write', async () => {
  const db = openDatabase(file)
  const reader = new Reader(db, log)
  const counted = (): Promise<unknown> => reader.all('SELECT count(*) n FROM visits WHERE way = ?', ['1'])
  expect(await counted()).toEqual([{ n: 2 }])
  db.exec(`INSERT INTO visits (way) VALUES ('1')`)
  expect(await counted()).toEqual([{ n: 3 }])
  await expect(reader.all('DELETE FROM visits RETURNING id', [])).rejects.toThrow(/readonly/)
  await reader.stop()
  closeDatabase(db)
})

test('stopping ends what still runs, so that the file can be closed', async () => {
  const db = openDatabase(file)
  const reader = new Reader(db, log)
  await reader.all('SELECT 1', [])
  const long = reader.all(slow, [8_000])
  const outcome = expect(long).rejects.toMatchObject({ code: 'cancelled' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await reader.stop()
  await outcome
  closeDatabase(db)
})

test('one that takes too long is given up, and stopping waits for its thread all the same', async () => {
  const db = openDatabase(file)
  const reader = new Reader(db, log, { budgetMs: 100 })
  await expect(reader.all(slow, [6_000])).rejects.toMatchObject({ code: 'timeout' })
  // meanwhile no second thread begins
  await expect(reader.all('SELECT 1', [])).rejects.toMatchObject({ code: 'timeout' })
  await reader.stop()
  // with another connection still at it the log would stay
  closeDatabase(db)
  expect(existsSync(`${file}-wal`)).toBe(false)
  await expect(reader.all('SELECT 1', [])).rejects.toMatchObject({ code: 'cancelled' })
})

test('an office in memory is read in place', async () => {
  const db = openDatabase(':memory:')
  const reader = new Reader(db, log)
  expect(await reader.all('SELECT ? + 1 AS n', [1])).toEqual([{ n: 2 }])
  await reader.stop()
  closeDatabase(db)
  expect(warned).toEqual([])
})
