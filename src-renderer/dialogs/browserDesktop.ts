// The desktop bridge in a browser: the same promises kept with what every browser has.
import type { DesktopBridge, FileKind, PickedFile, PrintJob, SavedFile } from '@shared/desktop'
import { printInFrame } from './printFrame'

const accepted = (kinds: FileKind[]): string =>
  kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',')

const picked = (file: File): PickedFile => ({
  name: file.name,
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})

const pickFiles: DesktopBridge['pickFiles'] = ({ kinds, multiple }) =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accepted(kinds)
    input.multiple = multiple
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map(picked)))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })

const download = (name: string, parts: Uint8Array<ArrayBuffer>[]): void => {
  const url = URL.createObjectURL(new Blob(parts))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the bytes by the next turn of its own; a minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const saveFile = async ({ suggestedName }: { suggestedName: string }): Promise<SavedFile> => {
  let parts: Uint8Array<ArrayBuffer>[] = []
  return {
    write: async (bytes) => void parts.push(new Uint8Array(bytes)),
    finish: async () => download(suggestedName, parts),
    cancel: async () => void (parts = []),
  }
}

const routeListeners = new Set<(route: string) => void>()

const mayNotify = async (): Promise<boolean> => {
  if (!('Notification' in window)) return false
  if (Notification.permission === 'default') await Notification.requestPermission()
  return Notification.permission === 'granted'
}

const notify: DesktopBridge['notify'] = async ({ title, body, route }) => {
  if (!(await mayNotify())) return false
  new Notification(title, { body }).addEventListener('click', () => {
    window.focus()
    if (route) for (const listener of routeListeners) listener(route)
  })
  return true
}

const openExternal: DesktopBridge['openExternal'] = async (address) => {
  if (!URL.canParse(address)) return false
  const { protocol, href } = new URL(address)
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return false
  window.open(href, protocol === 'mailto:' ? '_self' : '_blank', 'noopener,noreferrer')
  return true
}

const nothingToEnd = (): (() => void) => () => undefined

export const browserDesktop: DesktopBridge = {
  kind: 'browser',
  platform: 'browser',
  connect: () => undefined,
  onHostState: nothingToEnd,
  onMenuCommand: nothingToEnd,
  onOpenRoute(listener) {
    routeListeners.add(listener)
    return () => void routeListeners.delete(listener)
  },
  setLanguage: async () => undefined,
  pickFiles,
  pickFolder: async () => null,
  saveFile,
  notify,
  print: (job: PrintJob) => printInFrame(job),
  savePdf: ({ suggestedName, ...job }) => printInFrame({ ...job, title: suggestedName.replace(/\.pdf$/i, '') }),
  openExternal,
  newWindow: async (route = '/') => void window.open(new URL(route, window.location.origin).href, '_blank', 'noopener'),
}
