// `npm run try-import -- PATH…`: brings files (or all files of a folder) into a throw-away office, each into its own,
// and prints one line of JSON a file: what it is, what came of it, and why rows were refused.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createSession } from '@main/api/sessions'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import { openDatabase } from '@main/database/open'
import type { Host } from '@main/api/dispatch'
import { startHost } from '@main/host/start'
import type { Caller } from '@shared/api/index'
import type { ImportOptions, ImportResult, ImportSheet } from '@shared/features/importExport/endpoints'
import { buildWorkers } from './buildWorkers'

export interface Outcome {
  file: string
  format: string
  encoding: string | null
  rows: number
  created: number
  updated: number
  refused: number
  contacts: number
  followUps: number
  warnings: number
  /** Why the file or rows of it were refused, with how often; `warning.` before those that let the row in. */
  reasons: Record<string, number>
}

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, detail?: unknown) => console.error(message, detail),
}

interface Office {
  host: Host
  api: Caller
  me: number
  close(): Promise<void>
}

function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-try-'))
  const db = openDatabase(join(folder, 'zhike.db'))
  applyMigrations(db, readMigrations(migrations))
  const host = startHost({ db, dataDir: '', tmpDir: join(folder, 'tmp'), log: quiet, passwordCost: 2 })
  const now = Date.now()
  const insert = (sql: string, ...params: unknown[]): number => Number(db.prepare(sql).run(...params).lastInsertRowid)
  const role = insert(
    `INSERT INTO roles (created_at, updated_at, created_by_id, name, built_in, grants, field_rights) VALUES (?, ?, 0, 'owner', 'owner', '{}', '{}')`,
    now,
    now,
  )
  const me = insert(
    `INSERT INTO people (created_at, updated_at, created_by_id, name, role_ids) VALUES (?, ?, 0, '我', ?)`,
    now,
    now,
    JSON.stringify([String(role)]),
  )
  const { token } = createSession(db, { personId: me, device: 'try-import', now, remember: false })
  const call = async (path: string, input: unknown): Promise<unknown> =>
    (await host.call({ path, input, token, device: 'try-import', local: true, reply: { setToken: () => undefined } }))
      .output
  const room = (name: string): object =>
    new Proxy({}, { get: (_, endpoint) => (input: unknown) => call(`${name}.${String(endpoint)}`, input) })
  return {
    host,
    // every path leads to call, which dispatch checks
    api: new Proxy({}, { get: (_, name) => room(String(name)) }) as Caller,
    me,
    async close() {
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function upload(api: Caller, path: string): Promise<string> {
  const content = readFileSync(path)
  const { token } = await api.files.begin({ name: basename(path), size: content.length })
  const piece = 384 * 1024
  for (let offset = 0; offset < content.length; offset += piece)
    await api.files.append({ token, offset, data: content.subarray(offset, offset + piece).toString('base64') })
  return token
}

async function runJob(api: Caller, options: ImportOptions): Promise<ImportResult | string> {
  const { jobId } = await api.importExport.run(options)
  for (;;) {
    const job = await api.jobs.read({ id: jobId })
    if (job.state === 'running') await new Promise((resolve) => setTimeout(resolve, 5))
    // the result of this job is an ImportResult
    else return job.result ? (job.result as unknown as ImportResult) : (job.error?.rule ?? job.error?.code ?? 'failed')
  }
}

const count = (reasons: Record<string, number>, code: string, by = 1): void =>
  void (reasons[code] = (reasons[code] ?? 0) + by)

/** Imports one file as the wizard proposes: every visible sheet that names customers or people. */
export async function importWhole(
  { api, me }: Pick<Office, 'api' | 'me'>,
  path: string,
  file = path,
): Promise<Outcome> {
  const outcome: Outcome = {
    file,
    format: '',
    encoding: null,
    rows: 0,
    created: 0,
    updated: 0,
    refused: 0,
    contacts: 0,
    followUps: 0,
    warnings: 0,
    reasons: {},
  }
  const token = await upload(api, path)
  const found = await api.importExport.inspect({ token })
  Object.assign(outcome, { format: found.format, encoding: found.encoding })
  if (found.refusal) count(outcome.reasons, `reading.${found.refusal.code}`)
  for (const { code } of found.problems) count(outcome.reasons, `reading.note.${code}`)
  for (const [index, sheet] of found.sheets.entries())
    if (sheet.rows > 0 && !sheet.hidden) await importSheet(api, outcome, sheet, { token, sheet: index, ownerId: me })
  return outcome
}

async function importSheet(
  api: Caller,
  outcome: Outcome,
  sheet: ImportSheet,
  which: Pick<ImportOptions, 'token' | 'sheet' | 'ownerId'>,
): Promise<void> {
  if (!sheet.named) {
    count(outcome.reasons, 'importNoName')
    outcome.refused += sheet.rows
    outcome.rows += sheet.rows
    return
  }
  const result = await runJob(api, {
    ...which,
    headerRow: sheet.headerRow,
    mapping: sheet.mapping,
    mode: 'both',
    matchBy: ['name'],
    tags: [],
    overwrite: false,
    unmappedToNote: true,
    blankCompany: sheet.blankCompany,
    language: 'zh-CN',
  })
  if (typeof result === 'string') count(outcome.reasons, result)
  else addResult(outcome, result)
}

/** The same in a throw-away office of its own. */
export async function tryImport(path: string, look?: (api: Caller) => Promise<void>): Promise<Outcome> {
  const office = openOffice()
  try {
    const outcome = await importWhole(office, path)
    await look?.(office.api)
    return outcome
  } finally {
    await office.close()
  }
}

function addResult(outcome: Outcome, result: ImportResult): void {
  outcome.rows += result.rows
  outcome.created += result.createdCustomers
  outcome.updated += result.updatedCustomers
  outcome.refused += result.refused
  outcome.contacts += result.createdContacts
  outcome.followUps += result.createdFollowUps
  outcome.warnings += result.warnings
  if (result.stopped) count(outcome.reasons, result.stopped)
  for (const [code, times] of Object.entries(result.refusedBy)) count(outcome.reasons, code, times)
  for (const [code, times] of Object.entries(result.warnedBy)) count(outcome.reasons, `warning.${code}`, times)
}

/** A folder's files, sorted. */
export const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

async function showRecords(api: Caller): Promise<void> {
  const some = async (list: Promise<{ rows: object[] }>): Promise<void> => {
    for (const row of (await list).rows) {
      const filled = Object.entries(row).filter(
        ([key, value]) =>
          value !== null &&
          value !== '' &&
          !/^(version|createdAt|updatedAt|custom|followUpCount|starred|isActive|birthdayLeapMonth|type|nextDone)$/.test(
            key,
          ) &&
          !(Array.isArray(value) && value.length === 0),
      )
      console.log(`   ${JSON.stringify(Object.fromEntries(filled))}`)
    }
  }
  await some(api.customers.list({ limit: 8, sort: [{ field: 'id', direction: 'asc' }] }))
  await some(api.contacts.list({ limit: 8, sort: [{ field: 'id', direction: 'asc' }] }))
  await some(api.followUps.list({ limit: 4, sort: [{ field: 'id', direction: 'asc' }] }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean' } } })
  await buildWorkers()
  for (const path of positionals.flatMap(filesIn))
    console.log(JSON.stringify(await tryImport(path, values.show ? showRecords : undefined)))
}
