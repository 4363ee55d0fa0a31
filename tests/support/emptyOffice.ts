// An office nobody has set up yet, and devices in front of it.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import { openDatabase } from '@main/database/open'
import { startHost } from '@main/host/start'
import type { Caller } from '@shared/api/index'
import { type Held, holdingCaller } from './caller'

export interface Device extends Held {
  api: Caller
  raw(path: string, input: unknown): Promise<unknown>
}

export function emptyOffice(options: { file?: string; now?: number } = {}) {
  const db = openDatabase(options.file ?? ':memory:')
  applyMigrations(db, readMigrations(join(import.meta.dirname, '../../migrations')))
  const clock = { now: options.now ?? new Date(2026, 10, 18, 9, 30).getTime() }
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message: string, detail?: unknown) => void process.stderr.write(`${message} ${JSON.stringify(detail)}\n`),
  }
  const host = startHost({
    db,
    dataDir: '',
    tmpDir: mkdtempSync(join(tmpdir(), 'zhike-test-')),
    log,
    clock: () => clock.now,
    passwordCost: 2,
    nights: false,
  })
  return {
    host,
    clock,
    /** A window of this computer (`local`), or a browser at an address of its own. */
    device: ({ local = false, from = '10.0.0.7' } = {}): Device =>
      holdingCaller(host, { local, device: local ? 'window' : `Chrome · ${from}` }),
    count: (table: string): number => (db.prepare(`SELECT count(*) n FROM ${table}`).get() as { n: number }).n,
    all: (sql: string): Record<string, unknown>[] => db.prepare(sql).all() as Record<string, unknown>[],
    close: () => host.stop(),
  }
}
