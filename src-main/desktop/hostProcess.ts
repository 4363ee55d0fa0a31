// The host beside the shell: a utility process that knows the database. It is started once, started again when it
// falls, and hands each window its own port.
import { hostname } from 'node:os'
import {
  BrowserWindow,
  dialog,
  MessageChannelMain,
  shell,
  utilityProcess,
  app,
  type UtilityProcess,
  type WebContents,
} from 'electron'
import { z } from 'zod'
import { channels } from '@shared/desktopChannels'
import type { HostState } from '@shared/desktop'
import { language, texts } from './language'
import { note, warn } from './log'
import { dataFolder, hostFile } from './places'
import { holdToken, tokenFor } from './token'

/** What the host tells the shell beside the ports. */
const hostMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('token'),
    window: z.number().int(),
    token: z.string().max(500).nullable(),
    keep: z.boolean(),
  }),
  z.strictObject({
    // The data cannot be opened as it is: the host words the question, the person decides.
    type: z.literal('ask'),
    id: z.number().int(),
    title: z.string().max(200),
    message: z.string().max(2000),
    choices: z.array(z.strictObject({ id: z.string().max(100), label: z.string().max(100) })).min(1),
  }),
])
type HostMessage = z.output<typeof hostMessage>

const tolerated = 3
const withinMs = 60_000
const stopPatienceMs = 8_000

let host: UtilityProcess | null = null
let stopping = false
let falls: number[] = []

const tellWindows = (state: HostState): void => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.hostState, state)
}

const ask = async (question: Extract<HostMessage, { type: 'ask' }>): Promise<void> => {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: question.title,
    message: question.title,
    detail: question.message,
    buttons: question.choices.map((choice) => choice.label),
    defaultId: 0,
    cancelId: question.choices.length - 1,
    noLink: true,
  })
  host?.postMessage({ type: 'answer', id: question.id, choice: question.choices[response]?.id ?? null })
}

const heed = (message: unknown): void => {
  const known = hostMessage.safeParse(message)
  if (!known.success) warn('the host said something unknown')
  else if (known.data.type === 'token') holdToken(known.data)
  else if (known.data.type === 'ask') void ask(known.data)
  else tellWindows('ready')
}

const giveUp = async (): Promise<void> => {
  tellWindows('failed')
  const t = texts().host
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: t.failedTitle,
    message: t.failedTitle,
    detail: t.failed,
    buttons: [t.restart, t.showLogs, t.quit],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 1) await shell.openPath(app.getPath('logs'))
  if (response === 0) app.relaunch()
  app.quit()
}

const fell = (code: number): void => {
  host = null
  if (stopping) return
  if (code === 0) {
    // The person chose to leave when the host asked.
    app.quit()
    return
  }
  const now = Date.now()
  falls = [...falls.filter((at) => now - at < withinMs), now]
  warn(`the host ended with code ${code}`)
  if (falls.length > tolerated) {
    void giveUp()
    return
  }
  startHost()
  tellWindows('restarted')
}

export const startHost = (): void => {
  const child = utilityProcess.fork(hostFile, [], {
    serviceName: 'zhike-host',
    stdio: 'pipe',
    env: { ...process.env, ZHIKE_DATA_DIR: dataFolder(), ZHIKE_VERSION: app.getVersion(), ZHIKE_LANGUAGE: language() },
  })
  child.stdout?.on('data', (bytes: Buffer) => note(`host: ${bytes.toString().trimEnd()}`))
  child.stderr?.on('data', (bytes: Buffer) => warn(`host: ${bytes.toString().trimEnd()}`))
  child.on('message', heed)
  child.once('exit', fell)
  host = child
}

/** Gives a page its own way to the host; an earlier one of the same page dies with the page that held it. */
export const connectPage = (contents: WebContents): void => {
  if (!host) return
  const { port1, port2 } = new MessageChannelMain()
  const window = contents.id
  host.postMessage({ type: 'window', window, token: tokenFor(window), device: hostname() }, [port1])
  contents.postMessage(channels.port, null, [port2])
}

/** Lets the host finish its write and close the database; resolves when it is gone. */
export const stopHost = (): Promise<void> => {
  stopping = true
  const child = host
  if (!child) return Promise.resolve()
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill(), stopPatienceMs)
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
    child.postMessage({ type: 'stop' })
  })
}
