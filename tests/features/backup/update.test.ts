import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { databaseName } from '@main/backup/manifest'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import { closeDatabase, openDatabase } from '@main/database/open'
import { startOffice } from '@main/host/office'
import { tempFolder } from '../../reliability/parts/office'

const migrationsDir = join(import.meta.dirname, '../../../migrations')
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
let dataDir: string
beforeEach(() => void (dataDir = tempFolder('update')))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function start(): Promise<number[]> {
  const told: number[] = []
  const updating = (steps: number): void => void told.push(steps)
  const opened = await startOffice({ dataDir, migrationsDir, log: quiet, passwordCost: 2, anyPlace: true, updating })
  if (opened.state !== 'open') throw new Error(`refused: ${JSON.stringify(opened)}`)
  await opened.office.stop()
  return told
}

it('says beforehand that the data of an older program is brought up to date, and in how many steps', async () => {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(join(dataDir, databaseName))
  applyMigrations(db, readMigrations(migrationsDir).slice(0, -2))
  closeDatabase(db)
  expect(await start()).toEqual([2])
  expect(await start()).toEqual([])
})

it('has nothing to say of a new office', async () => {
  expect(await start()).toEqual([])
})
