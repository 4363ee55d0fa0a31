// Everything a page may ask of the shell: a closed list, each with a strict schema, answered for our own page only.
import { ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import { channels, type DesktopCallName } from '@shared/desktopChannels'
import {
  beginSaving,
  cancelSaving,
  finishSaving,
  pickFiles,
  pickFolder,
  readPickedFile,
  writeSaved,
} from './fileDialogs'
import { connectPage } from './hostProcess'
import { languageSchema, rememberLanguage } from './language'
import { openExternal } from './links'
import { warn } from './log'
import { buildMenu } from './menu'
import { notify } from './notifications'
import { print, savePdf } from './printing'
import { isOurFrame } from './security'
import { openWindow } from './windows'

const partBytes = 4 * 1024 * 1024
const documentLength = 20 * 1024 * 1024

const title = z.string().max(200)
const route = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)/)
const ticket = z.uuid()
const fileKinds = z
  .array(z.strictObject({ label: title, extensions: z.array(z.string().regex(/^[a-z0-9.]{1,12}$/i)).max(20) }))
  .max(20)
const printJob = z.strictObject({
  title,
  html: z.string().max(documentLength),
  landscape: z.boolean().optional(),
})

interface Call {
  answer(contents: WebContents, input: unknown): unknown
}

const call = <S extends z.ZodType>(schema: S, run: (contents: WebContents, input: z.output<S>) => unknown): Call => ({
  answer: (contents, input) => run(contents, schema.parse(input)),
})

const nothing = z.undefined()

export const calls: Record<DesktopCallName, Call> = {
  connect: call(nothing, (contents) => connectPage(contents)),
  setLanguage: call(z.strictObject({ language: languageSchema }), (_contents, { language }) => {
    rememberLanguage(language)
    buildMenu()
  }),
  pickFiles: call(z.strictObject({ title, kinds: fileKinds, multiple: z.boolean() }), pickFiles),
  readFile: call(
    z.strictObject({ ticket, offset: z.number().int().min(0), length: z.number().int().min(1).max(partBytes) }),
    readPickedFile,
  ),
  pickFolder: call(z.strictObject({ title }), pickFolder),
  saveFile: call(z.strictObject({ suggestedName: z.string().max(300), kinds: fileKinds }), beginSaving),
  writeFile: call(
    z.strictObject({ ticket, bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= partBytes) }),
    writeSaved,
  ),
  finishFile: call(z.strictObject({ ticket }), finishSaving),
  cancelFile: call(z.strictObject({ ticket }), cancelSaving),
  notify: call(z.strictObject({ title, body: z.string().max(1000), route: route.optional() }), notify),
  print: call(printJob, (_contents, job) => print(job)),
  savePdf: call(printJob.extend({ suggestedName: z.string().max(300) }), savePdf),
  openExternal: call(z.strictObject({ url: z.string().max(2000) }), (_contents, { url }) => openExternal(url)),
  newWindow: call(z.strictObject({ route: route.optional() }), (_contents, input) => void openWindow(input.route)),
}

const callOf = (name: unknown): Call | undefined => Object.entries(calls).find(([known]) => known === name)?.[1]

export const answerCalls = (): void => {
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown) => {
    const known = callOf(name)
    if (!isOurFrame(event.senderFrame) || !known) {
      warn(`a call was refused: ${String(name).slice(0, 40)}`)
      throw new Error('refused')
    }
    return known.answer(event.sender, input)
  })
}
