// What a window may not do: leave the page, open others, ask for devices, reach the net. All is refused but the list.
import { app, type Session, type WebContents, type WebFrameMain } from 'electron'
import { openExternal } from './links'
import { warn } from './log'
import { developmentServer } from './places'
import { isPageUrl } from './scheme'

const allowedPermissions = new Set(['notifications', 'clipboard-sanitized-write'])
const allowedSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:'])

/** True for the top frame of our own page; every request of a page to the shell passes here first. */
export const isOurFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isPageUrl(frame.url)

const mayLoad = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  const server = developmentServer()
  return allowedSchemes.has(protocol) || (server !== null && host === new URL(server).host)
}

/** Permissions, devices and the net, for one session. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowedPermissions.has(permission) && contents !== null && isPageUrl(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && isPageUrl(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  // Files leave through the save dialog of the bridge only.
  session.on('will-download', (event) => event.preventDefault())
}

const stay = (event: { preventDefault(): void }, address: string): void => {
  // A sandboxed frame written by the page itself stays on the page.
  if (isPageUrl(address) || address === 'about:srcdoc') return
  event.preventDefault()
  warn(`navigation refused: ${address.slice(0, 200)}`)
}

/** Navigation and new windows, for one page. A link to the outside opens in the person's own browser. */
export const guardContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url)
    return { action: 'deny' }
  })
}

export const guardEverything = (): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
