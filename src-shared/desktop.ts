// The second small surface beside the api: what the desktop shell offers the page. In a browser the same
// interface is kept by src-renderer/dialogs/desktop.ts, so every screen works in both.

/** Where the page lives in the desktop window. */
export const pageOrigin = 'app://zhike'

/** `window.postMessage` data that carries the host's MessagePort to the page; the port is `event.ports[0]`. */
export const portMessage = 'zhike:port'

export const menuCommands = [
  'newCustomer',
  'newFollowUp',
  'import',
  'search',
  'today',
  'customers',
  'settings',
  'lock',
  'shortcuts',
  'about',
] as const
/** Chosen in the application menu; the page carries it out. */
export type MenuCommand = (typeof menuCommands)[number]

/** `restarted`: the old port is dead, ask for a new one with `connect()`. `failed`: it kept crashing and stays down. */
export type HostState = 'ready' | 'restarted' | 'failed'

export interface FileKind {
  /** Shown in the dialog, already in the reader's language. */
  label: string
  /** Without the dot: `['xlsx', 'csv']`. */
  extensions: string[]
}

/** A file the person chose. The page never learns where it lies. */
export interface PickedFile {
  name: string
  size: number
  /** Bytes from `offset`, at most `length`; shorter at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** A file being written where the person wanted it; it appears only when `finish` has returned. */
export interface SavedFile {
  write(bytes: Uint8Array): Promise<void>
  finish(): Promise<void>
  cancel(): Promise<void>
}

export interface Notice {
  title: string
  body: string
  /** Page address opened by a click, e.g. `/customers/12`. */
  route?: string
}

/** A whole document with its own styles, without scripts and outside addresses. */
export interface PrintJob {
  title: string
  html: string
  landscape?: boolean
}

/** What became of a paper on its way. `done`: handed over; what the printer then does is told by the system. */
export type PaperOutcome = 'done' | 'cancelled' | 'noPrinter' | 'failed'

export interface DesktopBridge {
  /** Which side answers; only for words such as “在本机上打开”. */
  kind: 'desktop' | 'browser'
  platform: 'windows' | 'mac' | 'linux' | 'browser'
  /** Asks for a connection; the port arrives as a `portMessage`. Does nothing in a browser. */
  connect(): void
  /** All return a function that ends the listening. */
  onHostState(listener: (state: HostState) => void): () => void
  onMenuCommand(listener: (command: MenuCommand) => void): () => void
  /** A notification was clicked: go to its route. */
  onOpenRoute(listener: (route: string) => void): () => void
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>
  pickFiles(options: { title: string; kinds: FileKind[]; multiple: boolean }): Promise<PickedFile[]>
  /** The chosen folder's path, or null; null at once in a browser. */
  pickFolder(options: { title: string }): Promise<string | null>
  /** Null when the person thinks better of it. */
  saveFile(options: { suggestedName: string; kinds: FileKind[] }): Promise<SavedFile | null>
  /** False when notifications are switched off or refused. */
  notify(notice: Notice): Promise<boolean>
  /** To the printer; in a browser `done` when the dialog was shown. */
  print(job: PrintJob): Promise<PaperOutcome>
  /** To a file; in a browser `done` when the print dialog, which offers PDF, was shown. */
  savePdf(job: PrintJob & { suggestedName: string }): Promise<PaperOutcome>
  /** Opens `http:`, `https:` and `mailto:` in the person's own programs; false for anything else. */
  openExternal(url: string): Promise<boolean>
  newWindow(route?: string): Promise<void>
}

/** Name of the bridge on `window`, put there by the preload script. */
export const bridgeName = 'zhikeDesktop'
