// A backup that fails before a dangerous step: the step is not taken, and why is told in words.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BackupProblem } from '@main/backup/problem'
import type { BackupService } from '@main/backup/service'
import type { BackupProblemCode } from '@shared/features/backup/reasons'
import { openTestApp, type TestApp } from '../../support/app'
import { finished, importTable } from '../../support/importing'

let app: TestApp
beforeEach(() => {
  app = openTestApp()
})
afterEach(() => app.close())

/** A backup service of which every backup ends so; null: it is made. */
function backupsEnd(code: BackupProblemCode | null): void {
  const create = () => (code === null ? Promise.resolve() : Promise.reject(new BackupProblem(code)))
  // all that an import or bulk edit asks of it
  app.host.services.backups = { create } as unknown as BackupService
}
const told = {
  diskFull: ['storage', 'diskFull'],
  folder: ['rule', 'backupFolder'],
  busy: ['rule', 'restoring'],
} as const
const rows = 1100

test.each(Object.entries(told))('before a bulk edit: %s', async (problem, [code, rule]) => {
  const insert = app.host.db.prepare(
    `INSERT INTO customers (created_at, updated_at, created_by_id, type, level, owner_id, name) VALUES (0, 0, 0, 'potential', 'normal', ?, ?)`,
  )
  for (let i = 0; i < rows; i++) insert.run(app.owner.id, `客户${i}`)
  const run = async () => {
    const { jobId } = await app.owner.api.bulkEdit.start({
      list: 'customers',
      which: { filter: null },
      action: { kind: 'set', changes: { industry: '软件' } },
    })
    return finished(app.owner, jobId)
  }
  // the keys of the record above
  backupsEnd(problem as keyof typeof told)
  expect(await run()).toMatchObject({ state: 'failed', error: { code, rule } })
  const changed = { filter: { field: 'industry', operator: 'is', value: '软件' } } as const
  expect((await app.owner.api.customers.count(changed)).value).toBe(0)
  backupsEnd(null)
  expect(await run()).toMatchObject({ state: 'done', result: { done: rows } })
})

test('before an import', async () => {
  const lines = Array.from({ length: rows }, (_, i) => `甲乙丙${i}`)
  const text = ['客户名称', ...lines].join('\n')
  backupsEnd('diskFull')
  await expect(importTable(app.owner, text)).rejects.toThrow('"code":"storage","rule":"diskFull"')
  expect((await app.owner.api.customers.count({})).value).toBe(0)
  backupsEnd(null)
  expect(await importTable(app.owner, text)).toMatchObject({ stopped: null })
})
