// Native file dialogs. A page gets a ticket for what its person chose, never a path, and only while it is open.
import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BrowserWindow, dialog, type FileFilter, type WebContents } from 'electron'
import type { FileKind } from '@shared/desktop'
import { texts } from './language'

interface Reading {
  owner: number
  path: string
}
interface Writing {
  owner: number
  path: string
  beside: string
  handle: FileHandle
}

const readings = new Map<string, Reading>()
const writings = new Map<string, Writing>()

const filtersOf = (kinds: readonly FileKind[]): FileFilter[] => [
  ...kinds.map((kind) => ({ name: kind.label, extensions: kind.extensions })),
  { name: texts().files.all, extensions: ['*'] },
]

/** A file name that every system takes: no folders, no signs with a meaning, not endless. */
export const safeFileName = (suggested: string): string => {
  const plain = basename(suggested.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}<>:"/|?*]/gu, '')
    .replace(/^[. ]+|[. ]+$/g, '')
  return plain.slice(-120) || '知客'
}

const showOpen = (
  contents: WebContents,
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> => {
  const window = BrowserWindow.fromWebContents(contents)
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}

export const pickFiles = async (
  contents: WebContents,
  options: { title: string; kinds: FileKind[]; multiple: boolean },
): Promise<{ ticket: string; name: string; size: number }[]> => {
  const chosen = await showOpen(contents, {
    title: options.title,
    filters: filtersOf(options.kinds),
    properties: options.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  if (chosen.canceled) return []
  return Promise.all(
    chosen.filePaths.map(async (path) => {
      const { size } = await stat(path)
      const ticket = randomUUID()
      readings.set(ticket, { owner: contents.id, path })
      return { ticket, name: basename(path), size }
    }),
  )
}

export const pickFolder = async (contents: WebContents, options: { title: string }): Promise<string | null> => {
  const chosen = await showOpen(contents, { title: options.title, properties: ['openDirectory', 'createDirectory'] })
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

const owned = <T extends { owner: number }>(tickets: Map<string, T>, contents: WebContents, ticket: string): T => {
  const found = tickets.get(ticket)
  if (!found || found.owner !== contents.id) throw new Error('unknown file ticket')
  return found
}

export const readPickedFile = async (
  contents: WebContents,
  part: { ticket: string; offset: number; length: number },
): Promise<Uint8Array> => {
  const handle = await open(owned(readings, contents, part.ticket).path, 'r')
  try {
    const buffer = new Uint8Array(part.length)
    const { bytesRead } = await handle.read(buffer, 0, part.length, part.offset)
    return buffer.slice(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Asks where to, and starts a file beside the chosen one; null when the person thinks better of it. */
export const beginSaving = async (
  contents: WebContents,
  options: { suggestedName: string; kinds: FileKind[] },
): Promise<string | null> => {
  const window = BrowserWindow.fromWebContents(contents)
  const question = { defaultPath: safeFileName(options.suggestedName), filters: filtersOf(options.kinds) }
  const chosen = window ? await dialog.showSaveDialog(window, question) : await dialog.showSaveDialog(question)
  if (chosen.canceled || !chosen.filePath) return null
  const path = chosen.filePath
  const ticket = randomUUID()
  const beside = join(dirname(path), `.${basename(path)}.${ticket.slice(0, 8)}.part`)
  writings.set(ticket, { owner: contents.id, path, beside, handle: await open(beside, 'wx') })
  return ticket
}

export const writeSaved = async (contents: WebContents, part: { ticket: string; bytes: Uint8Array }): Promise<void> => {
  await owned(writings, contents, part.ticket).handle.writeFile(part.bytes)
}

export const finishSaving = async (contents: WebContents, { ticket }: { ticket: string }): Promise<void> => {
  const { handle, beside, path } = owned(writings, contents, ticket)
  await handle.sync()
  await handle.close()
  await rename(beside, path)
  writings.delete(ticket)
}

const discard = async (ticket: string, { handle, beside }: Writing): Promise<void> => {
  writings.delete(ticket)
  await handle.close()
  await rm(beside, { force: true })
}

export const cancelSaving = async (contents: WebContents, { ticket }: { ticket: string }): Promise<void> =>
  discard(ticket, owned(writings, contents, ticket))

/** Its window is gone: nothing half-written stays behind, no ticket stays valid. */
export const forgetTickets = async (owner: number): Promise<void> => {
  for (const [ticket, reading] of readings) if (reading.owner === owner) readings.delete(ticket)
  for (const [ticket, writing] of writings) if (writing.owner === owner) await discard(ticket, writing)
}
