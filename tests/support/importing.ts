// Brings a text or a file into a test office the way the wizard does: upload, inspect, run, wait.
import type { ImportOptions, ImportResult } from '@shared/features/importExport/endpoints'
import type { JobRow } from '@shared/features/jobs/endpoints'
import type { TestPerson } from './app'

const piece = 384 * 1024

/** @example const token = await upload(rep, '客户.csv', Buffer.from('客户名称,电话\n…')) */
export async function upload({ api }: Pick<TestPerson, 'api'>, name: string, content: Buffer): Promise<string> {
  const { token } = await api.files.begin({ name, size: content.length })
  for (let offset = 0; offset < content.length; offset += piece)
    await api.files.append({ token, offset, data: content.subarray(offset, offset + piece).toString('base64') })
  return token
}

export async function finished({ api }: Pick<TestPerson, 'api'>, jobId: number): Promise<JobRow> {
  for (;;) {
    const job = await api.jobs.read({ id: jobId })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export interface Import {
  name?: string
  /** What the user chooses otherwise than the wizard proposes. */
  options?: Partial<ImportOptions>
  dry?: boolean
}

/** What the wizard sends for a file, unless the user chooses otherwise. */
export async function proposed(
  person: TestPerson,
  content: string | Buffer,
  { name = '客户.csv', options = {} }: Omit<Import, 'dry'> = {},
): Promise<ImportOptions> {
  const token = await upload(person, name, Buffer.from(content))
  const found = await person.api.importExport.inspect({ token })
  const at =
    options.sheet ??
    Math.max(
      0,
      found.sheets.findIndex((sheet) => sheet.named && !sheet.hidden),
    )
  const sheet = found.sheets[at]
  if (!sheet) throw new Error(`not readable: ${JSON.stringify(found.refusal)}`)
  return {
    token,
    sheet: at,
    headerRow: sheet.headerRow,
    mapping: sheet.mapping,
    mode: 'both',
    matchBy: ['name'],
    ownerId: person.id,
    tags: [],
    overwrite: false,
    unmappedToNote: true,
    blankCompany: sheet.blankCompany,
    language: 'zh-CN',
    ...options,
  }
}

/** The whole way with what the wizard proposes; fails on a job that failed. */
export async function importTable(
  person: TestPerson,
  content: string | Buffer,
  { name = '客户.csv', options = {}, dry = false }: Import = {},
): Promise<ImportResult> {
  const input = await proposed(person, content, { name, options })
  const { jobId } = await (dry ? person.api.importExport.dryRun(input) : person.api.importExport.run(input))
  const job = await finished(person, jobId)
  if (!job.result) throw new Error(`import ${job.state}: ${JSON.stringify(job.error)}`)
  return job.result as unknown as ImportResult
}

/** The whole of an offered file. */
export async function download({ api }: Pick<TestPerson, 'api'>, token: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset = 0; ;) {
    const { data, size } = await api.files.download({ token, offset })
    const part = Buffer.from(data, 'base64')
    pieces.push(part)
    offset += part.length
    if (offset >= size || part.length === 0) return Buffer.concat(pieces)
  }
}
