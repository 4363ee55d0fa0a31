import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startOffice, type Office, type OfficeOptions } from '@main/host/office'
import type { Caller } from '@shared/api/index'
import { callerOf } from '../../support/app'
import { tempFolder } from '../../reliability/parts/office'

const migrationsDir = join(import.meta.dirname, '../../../migrations')
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
let dataDir: string
let office: Office
let boss: Caller

async function open(more: Partial<OfficeOptions> = {}): Promise<Office> {
  const start = await startOffice({ dataDir, migrationsDir, log: quiet, passwordCost: 2, anyPlace: true, ...more })
  if (start.state !== 'open') throw new Error(`refused: ${JSON.stringify(start)}`)
  return start.office
}

beforeEach(async () => {
  dataDir = tempFolder('backup-room')
  office = await open()
  boss = callerOf(office.host, null).api
  await boss.auth.setUp({ company: '上海某某信息', name: '老板', login: 'boss', password: 'correct horse' })
})
afterEach(async () => {
  await office.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function ended({ jobId }: { jobId: number }): Promise<Record<string, unknown>> {
  for (;;) {
    const { state, result, error } = await boss.jobs.read({ id: jobId })
    if (state === 'failed') throw new Error(JSON.stringify(error))
    if (state === 'done') return result ?? {}
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const backUp = async (): Promise<string> => String((await ended(await boss.backup.create({})))['name'])

describe('the backup room', { timeout: 120_000 }, () => {
  it('shows what was backed up and how old the last checked copy is', async () => {
    expect(await boss.backup.status({})).toMatchObject({ verifiedAt: null, ageMs: null, count: 0, failure: null })
    await boss.customers.create({ name: '德力西电气' })
    const name = await backUp()
    const { rows } = await boss.backup.list({})
    expect(rows).toMatchObject([{ name, reason: 'manual', places: ['main'], counts: { customers: 1 } }])
    expect((await boss.backup.status({})).ageMs).toBeLessThan(60_000)
    expect(await boss.backup.verify({ name })).toEqual({ good: true, damagedAttachments: 0 })
  })

  it('leads from the sample company back to the own office, and there again', async () => {
    expect(await boss.demo.wayBack({})).toEqual({ backup: null })
    await ended(await boss.demo.fill({}))
    const { backup } = await boss.demo.wayBack({})
    expect(backup).toMatch(/-beforeDemo$/)
    const { before } = await boss.backup.restore({ name: backup ?? '' })
    await boss.auth.signIn({ login: 'boss', password: 'correct horse' })
    expect((await boss.customers.list({})).rows).toEqual([])
    expect((await boss.organization.directory({})).people).toHaveLength(1)
    expect(await boss.demo.wayBack({})).toEqual({ backup: null })
    await boss.backup.restore({ name: before })
    await boss.auth.signIn({ login: 'boss', password: 'correct horse' })
    expect((await boss.customers.list({})).rows).not.toEqual([])
    expect(await boss.demo.wayBack({})).toEqual({ backup })
  })

  it('restores, ends every sign-in, tells of it in the audit log, and can be undone', async () => {
    await boss.customers.create({ name: '原来的客户' })
    const name = await backUp()
    await boss.customers.create({ name: '后来的客户' })
    const { before } = await boss.backup.restore({ name })

    await expect(boss.customers.list({})).rejects.toMatchObject({ code: 'signedOut' })
    await boss.auth.signIn({ login: 'boss', password: 'correct horse' })
    expect((await boss.customers.list({})).rows.map((row) => row.name)).toEqual(['原来的客户'])
    const told = office.host.db.prepare("SELECT count(*) FROM audit_log WHERE path = 'backup.restore'").pluck().get()
    expect(told).toBe(1)

    await boss.backup.restore({ name: before })
    await boss.auth.signIn({ login: 'boss', password: 'correct horse' })
    const names = (await boss.customers.list({})).rows.map((row) => row.name)
    expect(names.sort()).toEqual(['原来的客户', '后来的客户'].sort())
  })

  it('copies to a second folder that is truly elsewhere', async () => {
    const inside = join(dataDir, 'inside')
    const link = `${dataDir}-link`
    mkdirSync(inside)
    symlinkSync(inside, link)
    for (const [secondFolder, code] of [
      [inside, 'folderInside'],
      [link, 'folderInside'],
      ['backups', 'folder'],
    ] as const)
      await expect(boss.backup.setSettings({ secondFolder })).rejects.toMatchObject({
        details: { fields: { secondFolder: code } },
      })
    rmSync(link)

    const second = tempFolder('backup-second')
    await boss.backup.setSettings({ secondFolder: second })
    await backUp()
    expect((await boss.backup.list({})).rows[0]?.places).toEqual(['main', 'second'])
    rmSync(second, { recursive: true })
    await backUp()
    expect((await boss.backup.status({})).second?.failure?.code).toBe('folder')
    expect(existsSync(second)).toBe(false)
  })

  it('refuses names and backups that are not there', async () => {
    for (const name of ['../../etc', '20260101-000000-manual'])
      await expect(boss.backup.restore({ name })).rejects.toMatchObject({ code: 'notFound' })
    expect((await boss.customers.list({})).rows).toEqual([])
  })
})

describe('a start that is refused', { timeout: 120_000 }, () => {
  it('goes on from the backup offered, and nobody stays signed in', async () => {
    await boss.customers.create({ name: '德力西电气' })
    const name = await backUp()
    await office.stop()
    rmSync(join(dataDir, 'zhike.db'))
    const refused = await startOffice({ dataDir, migrationsDir, log: quiet, anyPlace: true })
    expect(refused).toMatchObject({ state: 'refused', code: 'missing', backup: { name } })
    office = await open({ first: { restore: name } })
    const again = callerOf(office.host, null).api
    await again.auth.signIn({ login: 'boss', password: 'correct horse' })
    expect((await again.customers.list({})).rows).toHaveLength(1)
    expect(office.host.db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1)
  })

  it('leaves the folder free for the next start', async () => {
    expect(await startOffice({ dataDir, migrationsDir, log: quiet, anyPlace: true })).toMatchObject({ state: 'second' })
    await office.stop()
    office = await open()
  })
})
