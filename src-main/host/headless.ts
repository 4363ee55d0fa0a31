// The host as a plain program: browser mode on this computer, servers, tests.
// headless.js [--data FOLDER] [--port N] [--no-page] [--restore BACKUP | --use-file FILE] [--any-place]
import { parseArgs } from 'node:util'
import { listenHttp } from '@main/transports/http'
import type { Log } from '@main/log'
import { startOffice } from './office'
import { migrationsFolder, pageFolder, standardDataDir } from './places'
import { refusalWords } from './refusal'
import { databaseWords, fill } from './words'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'no-page': { type: 'boolean' },
    restore: { type: 'string' },
    'use-file': { type: 'string' },
    'any-place': { type: 'boolean' },
  },
})

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (level: string) => (message: string, detail?: Record<string, unknown>) =>
  void process.stderr.write(`${level} ${message} ${detail ? JSON.stringify(detail) : ''}\n`)
const log: Log = { info: complain('info'), warn: complain('warn'), error: complain('error') }

const dataDir = values.data ?? standardDataDir()
const words = databaseWords()
const first = values.restore
  ? { restore: values.restore }
  : values['use-file']
    ? { useFile: values['use-file'] }
    : undefined
const anyPlace = values['any-place'] ?? false
const start = await startOffice({
  dataDir,
  migrationsDir: migrationsFolder(),
  log,
  anyPlace,
  updating: (steps) => say(fill(words.updating, { steps })),
  ...(first ? { first } : {}),
})

if (start.state === 'second') {
  say(start.address ? `${words.alreadyRunning} ${start.address}` : words.alreadyRunningSilent)
  process.exit(start.address ? 0 : 1)
}
if (start.state !== 'open') {
  const { title, lines, choices } = refusalWords(start, dataDir)
  for (const line of [title, ...lines]) complain('error')(line)
  for (const { label, way } of choices)
    if (way) say(`${label}: ${'restore' in way ? `--restore ${way.restore}` : `--use-file "${way.useFile}"`}`)
  process.exit(2)
}

const { office } = start
const server = await listenHttp(office.host, {
  port: Number(values.port ?? process.env['ZHIKE_PORT'] ?? 0),
  ...(values['no-page'] ? {} : { pageDir: pageFolder() }),
})
office.announce(server.url)
say(`知客 ${server.url}`)

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await server.close()
  await office.stop()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
