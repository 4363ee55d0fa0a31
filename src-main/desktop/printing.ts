// Paper and PDF: a hidden window without preload and without scripts, in a session that cannot reach the net.
import { rename, rm, writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog, session, type Session, type WebContents } from 'electron'
import type { PaperOutcome, PrintJob } from '@shared/desktop'
import { paperPolicy } from '@shared/pagePolicy'
import { safeFileName } from './fileDialogs'
import { warn } from './log'

const paperAddress = 'app://paper/'
let paperSession: Session | null = null
let waiting = ''

const paperServed = (): Session => {
  if (paperSession) return paperSession
  paperSession = session.fromPartition('paper')
  paperSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  paperSession.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: details.url !== paperAddress && !details.url.startsWith('data:') }),
  )
  paperSession.protocol.handle(
    'app',
    () =>
      new Response(waiting, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': paperPolicy },
      }),
  )
  return paperSession
}

// One after the other: the paper address answers with the document whose turn it is.
let turn: Promise<unknown> = Promise.resolve()

const onPaper = <T>(job: PrintJob, use: (contents: WebContents) => Promise<T>): Promise<T> => {
  const run = async (): Promise<T> => {
    waiting = job.html
    const window = new BrowserWindow({
      show: false,
      title: job.title,
      webPreferences: {
        session: paperServed(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webviewTag: false,
        devTools: false,
      },
    })
    try {
      await window.loadURL(paperAddress)
      return await use(window.webContents)
    } finally {
      waiting = ''
      window.destroy()
    }
  }
  const mine = turn.then(run, run)
  turn = mine.catch(() => undefined)
  return mine
}

/** Without any printer the system's dialog does not even open. */
export const print = (job: PrintJob): Promise<PaperOutcome> =>
  onPaper(job, async (contents) =>
    (await contents.getPrintersAsync()).length === 0 ? 'noPrinter' : toPrinter(contents, job),
  )

const toPrinter = (contents: WebContents, { landscape }: PrintJob): Promise<PaperOutcome> =>
  new Promise((resolve) =>
    contents.print({ printBackground: true, landscape: landscape ?? false }, (done, reason) => {
      // the one thing that is no failure, told apart by its words only
      const cancelled = !done && /cancel/i.test(reason)
      if (!done && !cancelled) warn(`not printed: ${reason}`)
      resolve(done ? 'done' : cancelled ? 'cancelled' : 'failed')
    }),
  )

/** Asks where to first, so that nobody waits for a PDF nobody wants. */
export const savePdf = async (
  asker: WebContents,
  { suggestedName, ...job }: PrintJob & { suggestedName: string },
): Promise<PaperOutcome> => {
  const window = BrowserWindow.fromWebContents(asker)
  const name = safeFileName(suggestedName).replace(/\.pdf$/i, '')
  const question = { defaultPath: `${name}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const chosen = window ? await dialog.showSaveDialog(window, question) : await dialog.showSaveDialog(question)
  if (chosen.canceled || !chosen.filePath) return 'cancelled'
  const pdf = await onPaper(job, (contents) =>
    contents.printToPDF({
      printBackground: true,
      landscape: job.landscape ?? false,
      pageSize: 'A4',
      preferCSSPageSize: true,
    }),
  )
  return writeWhole(chosen.filePath, pdf)
}

/** Whole or not at all: the one before stays where it is open in another program, or the disk is full. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<PaperOutcome> {
  const beside = `${path}.part`
  try {
    await writeFile(beside, bytes)
    await rename(beside, path)
    return 'done'
  } catch (error) {
    warn('no PDF was written', error)
    await rm(beside, { force: true })
    return 'failed'
  }
}
