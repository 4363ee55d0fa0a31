// Lives on a small disk, fills it, and tells what every kind of writing answers before, while and after it is full.
// node fullDiskProgram.mjs DATADIR MIGRATIONS
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { startOffice, type Office } from '@main/host/office'
import { ApiError } from '@shared/api/errors'
import type { JobRow } from '@shared/features/jobs/endpoints'

const [, , dataDir = '', migrationsDir = ''] = process.argv
const filler = join(dataDir, '..', 'filler')
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, detail?: unknown) => process.stderr.write(`${message} ${JSON.stringify(detail)}\n`),
}
mkdirSync(dataDir, { recursive: true })

const acked: string[] = []
const answers: Record<string, string> = {}
let token: string | null = null
let office = await open()
await call('auth.setUp', { company: '满', name: '老板', login: 'boss', password: 'correct horse' })
for (let made = 0; made < 20; made += 1) await create(`前 ${made}`)
await attach(await uploaded(1))
const waiting = await uploaded(2)
if (process.env['ZHIKE_FAULT'] === 'swallow') swallowErrors()

fillDisk()
let full = ''
for (let tries = 0; tries < 3000 && full === ''; tries += 1) full = await failureOf(() => create(`满 ${tries}`))
answers['save'] = full
answers['saveAgain'] = await failureOf(() => create('满 再来'))
answers['backup'] = await failureOf(() => office.backups.create('manual'))
answers['upload'] = await failureOf(upload)
answers['attach'] = await failureOf(() => attach(waiting))
answers['export'] = await exported()
answers['read'] = await failureOf(() => call('customers.list', { limit: 10 }))
const left = [
  ...readdirSync(join(dataDir, 'backups')).filter((name) => name !== 'files'),
  ...readdirSync(join(dataDir, 'files')).filter((name) => name.endsWith('.part')),
]

// room for a row, not for a file
truncateSync(filler, statSync(filler).size - 250_000)
answers['saveTight'] = await failureOf(() => create('紧'))
answers['attachTight'] = await failureOf(() => attach(waiting))
rmSync(filler)
answers['saveAfter'] = await failureOf(() => create('后'))
answers['backupAfter'] = await failureOf(() => office.backups.create('manual'))
answers['uploadAfter'] = await failureOf(upload)
answers['attachAfter'] = await failureOf(() => attach(waiting))
answers['exportAfter'] = await exported()
answers['backupWithFiles'] = await failureOf(backedUpWhole)
await office.stop()
office = await open()
const { rows } = (await call('customers.list', { limit: 200 })) as { rows: { name: string }[] }
const damaged = damagedAttachments()
await office.stop()
process.stdout.write(JSON.stringify({ answers, left, acked, damaged, kept: rows.map(({ name }) => name) }))

async function open(): Promise<Office> {
  const start = await startOffice({ dataDir, migrationsDir, log, passwordCost: 2, anyPlace: true })
  if (start.state !== 'open') throw new Error(start.state)
  return start.office
}

async function call(path: string, input: unknown): Promise<unknown> {
  const reply = { setToken: (given: string | null) => void (token = given) }
  return (await office.host.call({ path, input, token, device: 'test', local: true, reply })).output
}

async function create(name: string): Promise<void> {
  await call('customers.create', { name })
  acked.push(name)
}

async function upload(): Promise<void> {
  await uploaded(7)
}

async function uploaded(filling: number): Promise<string> {
  const size = 400_000
  // the answer of files.begin
  const { token: file } = (await call('files.begin', { name: '合同.pdf', size })) as { token: string }
  await call('files.append', { token: file, offset: 0, data: Buffer.alloc(size, filling).toString('base64') })
  return file
}

async function attach(file: string): Promise<void> {
  await call('attachments.add', { about: { entity: 'customers', id: 1 }, token: file })
}

/** Rows whose content is not on the disk as it was sent. */
function damagedAttachments(): string[] {
  const named = office.host.db.prepare<[], string>('SELECT hash FROM attachments').pluck().all()
  return named.filter((hash) => {
    const file = office.host.services.contents.pathOf(hash)
    return !existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== hash
  })
}

async function backedUpWhole(): Promise<void> {
  const { name, attachments } = await office.backups.create('manual')
  const { good, damagedAttachments: lost } = await office.backups.verify(name)
  if (!good || lost.length > 0 || attachments.count !== 2) throw new Error(JSON.stringify({ good, lost, attachments }))
}

/** The planted fault: a content that could not be written is told to be kept. */
function swallowErrors(): void {
  const { contents } = office.host.services
  const keep = contents.keep.bind(contents)
  contents.keep = (path) => keep(path).catch(() => ({ hash: 'a'.repeat(64), size: 1 }))
}

/** The failure of the job, as its viewer is told. */
async function exported(): Promise<string> {
  const columns = ['name', 'level', 'createdAt']
  const asked = { list: 'customers', format: 'xlsx', columns, language: 'zh-CN' }
  const { jobId } = (await call('importExport.export', asked)) as { jobId: number }
  for (;;) {
    // jobs.read answers a JobRow
    const { state, error } = (await call('jobs.read', { id: jobId })) as JobRow
    if (state !== 'running') return error ? `${error.code}:${error.rule ?? ''}` : ''
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** '' when it worked, else the code and rule of what was answered. */
async function failureOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return ''
  } catch (error) {
    if (error instanceof ApiError) return `${error.code}:${error.details.code ?? ''}`
    return error instanceof Error ? error.message : String(error)
  }
}

function fillDisk(): void {
  const handle = openSync(filler, 'w')
  try {
    for (const size of [65_536, 512]) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(size, 1))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    }
  } finally {
    closeSync(handle)
  }
}
