// The host as the desktop app's utility process. It never sees electron: ports and words come from the shell.
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { createPortServer } from '@main/transports/messagePort'
import type { Log } from '@main/log'
import { startOffice, type Office } from './office'
import { migrationsFolder, standardDataDir } from './places'
import { refusalWords } from './refusal'
import { databaseWords } from './words'

interface ParentMessage {
  data: { type: string; window?: number; token?: string | null; device?: string; id?: number; choice?: string | null }
  ports: (SupportedMessagePort & { start(): void })[]
}
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: ParentMessage) => void): void
}

// Electron puts it there in a utility process; its types belong to the shell
const parent = (process as unknown as { parentPort: ParentPort }).parentPort

const write = (level: string) => (message: string, detail?: Record<string, unknown>) =>
  void process.stderr.write(`${level} ${message} ${detail ? JSON.stringify(detail) : ''}\n`)
const log: Log = { info: write('info'), warn: write('warn'), error: write('error') }

const dataDir = standardDataDir()
const words = databaseWords()
const waiting: ParentMessage[] = []
let office: Office | null = null
let attach: ReturnType<typeof createPortServer> | null = null

function takeWindow({ data, ports: [port] }: ParentMessage): void {
  if (!port || !attach) return
  attach(port, {
    token: data.token ?? null,
    device: data.device ?? '',
    hold: (token, keep) => parent.postMessage({ type: 'token', window: data.window ?? 0, token, keep }),
  })
  port.start()
}

async function stop(): Promise<void> {
  await office?.stop()
  process.exit(0)
}

parent.on('message', (message) => {
  if (message.data.type === 'stop') void stop()
  if (message.data.type === 'window') {
    if (attach) takeWindow(message)
    else waiting.push(message)
  }
})

let asked = 0

/** The shell shows the question; the person's choice comes back as an `answer`. */
function ask(title: string, message: string, choices: { id: string; label: string }[]): Promise<string | null> {
  const id = (asked += 1)
  parent.postMessage({ type: 'ask', id, title, message, choices })
  return new Promise((resolve) => {
    parent.on('message', ({ data }) => {
      if (data.type === 'answer' && data.id === id) resolve(data.choice ?? null)
    })
  })
}

const options = { dataDir, migrationsDir: migrationsFolder(), log, anyPlace: process.env['ZHIKE_ANY_PLACE'] === '1' }
let start = await startOffice(options)
while (start.state === 'refused' || start.state === 'badPlace') {
  const { title, lines, choices } = refusalWords(start, dataDir)
  const chosen = await ask(
    title,
    lines.join('\n'),
    choices.map(({ id, label }) => ({ id, label })),
  )
  const first = choices.find(({ id }) => id === chosen)?.way
  if (!first) process.exit(0)
  start = await startOffice({ ...options, first })
}
if (start.state === 'open') {
  office = start.office
  attach = createPortServer(office.host)
  parent.postMessage({ type: 'ready' })
  for (const message of waiting.splice(0)) takeWindow(message)
} else {
  await ask(words.title, words.alreadyRunningSilent, [{ id: 'quit', label: words.offer.quit }])
  process.exit(0)
}
