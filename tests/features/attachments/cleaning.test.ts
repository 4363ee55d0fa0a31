// Cleaning what nothing names: never against a backup, an upload or an undo.
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupService } from '@main/backup/service'
import { openDatabase } from '@main/database/open'
import { cleanContents } from '@main/features/attachments/clean'
import { startOffice, type Office } from '@main/host/office'
import type { Caller } from '@shared/api/index'
import { callerOf } from '../../support/app'
import { tempFolder } from '../../reliability/parts/office'

const migrationsDir = join(import.meta.dirname, '../../../migrations')
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const { signal } = new AbortController()
let dataDir: string
let office: Office
let boss: Caller

beforeEach(async () => {
  dataDir = tempFolder('cleaning')
  const start = await startOffice({ dataDir, migrationsDir, log: quiet, passwordCost: 2, anyPlace: true })
  if (start.state !== 'open') throw new Error('refused')
  office = start.office
  boss = callerOf(office.host, null).api
  await boss.auth.setUp({ company: '上海某某信息', name: '老板', login: 'boss', password: 'correct horse' })
})
afterEach(async () => {
  await office.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function upload(content: string): Promise<string> {
  const data = Buffer.from(content)
  const { token } = await boss.files.begin({ name: '合同.txt', size: data.length })
  await boss.files.append({ token, offset: 0, data: data.toString('base64') })
  return token
}

/** As if kept three days ago: old enough to be cleaned. */
function age(): void {
  const old = new Date(Date.now() - 3 * 86_400_000)
  for (const entry of readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old)
}

async function attachments(count: number): Promise<void> {
  const { id } = await boss.customers.create({ name: '德力西电气' })
  for (let at = 0; at < count; at++)
    await boss.attachments.add({ about: { entity: 'customers', id }, token: await upload(`附件 ${at}`) })
  age()
}

/** Waits until the backup has its moment of the database, which is all of it, and is still reading what it copied. */
async function copying(): Promise<void> {
  const folder = join(dataDir, 'backups')
  const { db } = office.host
  const whole = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  for (;;) {
    const draft = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('.draft-')) : undefined
    const copy = draft === undefined ? undefined : statSync(join(folder, draft, 'zhike.db'), { throwIfNoEntry: false })
    if (copy && copy.size >= whole) return
    await wait(1)
  }
}

/** Makes a backup while every attachment goes for good and is cleaned; gives what the backup then lacks. */
async function lackingAfterCleaning(clean: () => Promise<number>): Promise<string[]> {
  office.host.db.exec(`CREATE TABLE ballast AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) SELECT hex(randomblob(40000)) x FROM n`)
  await attachments(20)
  const making = office.backups.create('manual')
  await copying()
  office.host.db.exec('DELETE FROM attachments')
  const removed = clean()
  const { name } = await making
  expect(await removed).toBe(20)
  const copy = openDatabase(join(dataDir, 'backups', name, 'zhike.db'), { readonly: true })
  const named = copy.prepare<[], string>('SELECT hash FROM attachments').pluck().all()
  copy.close()
  expect(named).toHaveLength(20)
  const wholeInPool = (hash: string): boolean => {
    const file = join(dataDir, 'backups/files', hash.slice(0, 2), hash.slice(2))
    return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === hash
  }
  return named.filter((hash) => !wholeInPool(hash))
}

test('a file that a backup is about to copy stays until it is copied', { timeout: 60_000 }, async () => {
  expect(await lackingAfterCleaning(() => cleanContents(office.host, signal))).toEqual([])
  expect(existsSync(join(dataDir, 'files'))).toBe(true)
})

test('… and a cleaning that does not wait is noticed', { timeout: 60_000 }, async () => {
  const { services } = office.host
  const uncoordinated = { between: (work: () => Promise<number>) => work() } as unknown as BackupService
  const host = { ...office.host, db: office.host.db, services: { ...services, backups: uncoordinated } }
  const outcome = await lackingAfterCleaning(() => cleanContents(host, signal)).catch((error: unknown) => error)
  expect(outcome).not.toEqual([])
})

test('a content made young while it is cleaned stays', async () => {
  await attachments(1)
  office.host.db.exec('DELETE FROM attachments')
  const again = upload('附件 0')
  const token = await again
  const { id } = await boss.customers.create({ name: '再来' })
  const cleaned = cleanContents(office.host, signal)
  const { attachment } = await boss.attachments.add({ about: { entity: 'customers', id }, token })
  await cleaned
  await expect(boss.attachments.open({ id: attachment.id, purpose: 'preview' })).resolves.toMatchObject({ size: 8 })
})

test('what a file field held before stays as long as an undo can bring it back', async () => {
  const { key } = await boss.customFields.create({
    entity: 'customers',
    label: '执照',
    field: { kind: 'file' },
  })
  const kept = async (content: string) => (await boss.customFields.keepFile({ token: await upload(content) })).value
  const { id, version } = await boss.customers.create({ name: '德力西', custom: { [key]: await kept('旧执照') } })
  await boss.customers.update({ id, version, changes: { custom: { [key]: await kept('新执照') } } })
  const [set] = (await boss.changeSets.list({})).rows
  age()
  expect(await cleanContents(office.host, signal)).toBe(0)
  await boss.changeSets.undo({ id: set!.id })
  const { token } = await boss.customFields.openFile({ entity: 'customers', id, key })
  const { data } = await boss.files.download({ token, offset: 0 })
  expect(Buffer.from(data, 'base64').toString()).toBe('旧执照')
})
