// The names under which shell and preload script talk; the page sees only the bridge.
export const channels = {
  /** page → shell, answered: `(name of the call, input)` */
  call: 'zhike:call',
  /** shell → page, with a port */
  port: 'zhike:port',
  hostState: 'zhike:host-state',
  menu: 'zhike:menu',
  route: 'zhike:route',
} as const

/** What the preload script asks of the shell; each has a strict schema in src-main/desktop/calls.ts. */
export const desktopCallNames = [
  'connect',
  'setLanguage',
  'pickFiles',
  'readFile',
  'pickFolder',
  'saveFile',
  'writeFile',
  'finishFile',
  'cancelFile',
  'notify',
  'print',
  'savePdf',
  'openExternal',
  'newWindow',
] as const
export type DesktopCallName = (typeof desktopCallNames)[number]
