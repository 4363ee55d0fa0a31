// What a disk holds after a power cut: all that was flushed, and of the rest some sectors and not others.
// Built from the writes of a real run, as strace saw them.
import { basename } from 'node:path'

export type DiskEvent =
  | { kind: 'write'; file: string; at: number; data: Buffer }
  | { kind: 'truncate'; file: string; size: number }
  | { kind: 'flush'; file: string }
  | { kind: 'remove'; file: string }
  /** A line the program said, i.e. acknowledged. */
  | { kind: 'said'; text: string }

const sector = 512

/** Reads the output of `strace -f -y -xx`; only files of the given folder and standard output count. */
export function eventsOf(trace: string, folder: string): DiskEvent[] {
  const halves = new Map<string, string>()
  return trace.split('\n').flatMap((line) => {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      halves.set(pid, rest.slice(0, -'<unfinished ...>'.length))
      return []
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    return eventOf(resumed ? `${halves.get(pid) ?? ''}${resumed[1]}` : rest, folder) ?? []
  })
}

function eventOf(call: string, folder: string): DiskEvent | null {
  const [, name = '', body = ''] = /^(\w+)\((.*)\) += [0-9]+$/.exec(call) ?? []
  if (name === 'unlink') return inside(folder, text(/^"([^"]*)"/.exec(body)?.[1]), (file) => ({ kind: 'remove', file }))
  const [, number = '', path = '', args = ''] = /^(\d+)<([^>]*)>(?:, )?(.*)$/.exec(body) ?? []
  const data = /^"([^"]*)"/.exec(args)?.[1]
  if (name === 'write' && number === '1') return { kind: 'said', text: text(data) }
  const at = Number(/, (\d+)$/.exec(args)?.[1])
  return inside(folder, text(path), (file): DiskEvent | null => {
    if (name === 'pwrite64') return { kind: 'write', file, at, data: bytes(data) }
    if (name === 'ftruncate') return { kind: 'truncate', file, size: Number(args) }
    return name === 'fsync' || name === 'fdatasync' ? { kind: 'flush', file } : null
  })
}

function inside(folder: string, path: string, make: (file: string) => DiskEvent | null): DiskEvent | null {
  return path === `${folder}/${basename(path)}` ? make(basename(path)) : null
}

const bytes = (hex = ''): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const text = (hex = ''): string => bytes(hex).toString('utf8')

type Change = Extract<DiskEvent, { kind: 'write' | 'truncate' }>

/** A disk that follows a run event by event and can be looked at as it would be after a cut now. */
export class Disk {
  readonly #flushed = new Map<string, Image>()
  readonly #pending = new Map<string, Change[]>()

  constructor(before: ReadonlyMap<string, Buffer>) {
    for (const [file, content] of before) this.#flushed.set(file, new Image(content))
  }

  take(event: DiskEvent): void {
    if (event.kind === 'write' || event.kind === 'truncate') this.#waiting(event.file).push(event)
    else if (event.kind === 'flush') {
      const image = this.#flushed.get(event.file) ?? new Image(Buffer.alloc(0))
      for (const change of this.#waiting(event.file)) image.apply(change)
      this.#flushed.set(event.file, image)
      this.#pending.delete(event.file)
    } else if (event.kind === 'remove') {
      this.#flushed.delete(event.file)
      this.#pending.delete(event.file)
    }
  }

  /** The files after a cut at this moment; `random` decides which unflushed sectors survive. */
  afterCut(random: () => number): Map<string, Buffer> {
    const left = new Map([...this.#flushed].map(([file, image]) => [file, new Image(image.content)]))
    for (const [file, changes] of this.#pending) {
      const image = left.get(file) ?? new Image(Buffer.alloc(0))
      for (const change of survivors(changes, random)) image.apply(change)
      left.set(file, image)
    }
    return new Map([...left].map(([file, image]) => [file, image.content]))
  }

  #waiting(file: string): Change[] {
    const changes = this.#pending.get(file) ?? []
    this.#pending.set(file, changes)
    return changes
  }
}

/** A file's content in a buffer that grows ahead of need. */
class Image {
  #buffer: Buffer
  #size: number

  constructor(content: Buffer) {
    this.#buffer = Buffer.from(content)
    this.#size = content.length
  }

  get content(): Buffer {
    return this.#buffer.subarray(0, this.#size)
  }

  apply(change: Change): void {
    if (change.kind === 'truncate') this.#resize(change.size)
    else {
      this.#resize(Math.max(this.#size, change.at + change.data.length))
      change.data.copy(this.#buffer, change.at)
    }
  }

  #resize(size: number): void {
    if (size > this.#buffer.length) this.#buffer = Buffer.concat([this.content], size * 2)
    else if (size > this.#size) this.#buffer.fill(0, this.#size, size)
    this.#size = size
  }
}

function survivors(changes: readonly Change[], random: () => number): Change[] {
  const share = random()
  return changes.flatMap((change): Change[] => {
    if (change.kind === 'truncate') return random() < share ? [change] : []
    const parts: Change[] = []
    for (let from = 0; from < change.data.length;) {
      const to = from + sector - ((change.at + from) % sector)
      if (random() < share) parts.push({ ...change, at: change.at + from, data: change.data.subarray(from, to) })
      from = to
    }
    return parts
  })
}
