// The figures as people read them, or one JSON line for each operation.
import type { Channel } from './channels'
import type { Times } from './timing'
import type { Imported } from './writes'

interface Measured {
  whole: Times
  bare: Times
  empty: Times
}

const ms = (value: number): number => Math.round(value * 1000) / 1000
const padded = (value: string | number, width: number): string => String(value).padStart(width)

interface Line {
  operation: string
  channel: string
  ratio: number
  p95: number
}

export class Report {
  readonly #lines: Line[] = []
  #headed = false

  constructor(
    readonly size: string,
    readonly json: boolean,
  ) {}

  note(text: string): void {
    process.stderr.write(`${text}\n`)
  }

  operation(channel: Channel['name'], operation: string, { whole, bare, empty }: Measured): void {
    const ratio = whole.p50 / (bare.p50 + empty.p50)
    this.#lines.push({ operation, channel, ratio, p95: whole.p95 })
    const line = {
      size: this.size,
      operation,
      channel,
      p50: ms(whole.p50),
      p95: ms(whole.p95),
      rawP50: ms(bare.p50),
      rawP95: ms(bare.p95),
      emptyP50: ms(empty.p50),
      ratio: ms(ratio),
      runs: whole.count,
    }
    if (this.json) return this.#out(JSON.stringify(line))
    this.#head()
    this.#out(
      [line.p50, line.p95, line.rawP50, line.rawP95, line.emptyP50, ratio.toFixed(2)]
        .map((value) => padded(value, 9))
        .join('') + `  ${channel}  ${operation}`,
    )
  }

  once(operation: string, took: number, raw?: number): void {
    const line = {
      size: this.size,
      operation,
      channel: 'host',
      p50: ms(took),
      ...(raw === undefined ? {} : { rawP50: ms(raw) }),
    }
    this.#out(
      this.json
        ? JSON.stringify(line)
        : `${padded(line.p50, 9)} ms  ${operation}${raw === undefined ? '' : ` (bare SQL ${ms(raw)} ms)`}`,
    )
  }

  memory(when: string, rss: number, heap: number): void {
    const MB = 1024 * 1024
    const line = {
      size: this.size,
      operation: `memory ${when}`,
      channel: 'host',
      rssMb: Math.round(rss / MB),
      hostHeapMb: Math.round(heap / MB),
    }
    this.#out(
      this.json
        ? JSON.stringify(line)
        : `${padded(line.rssMb, 9)} MB  ${line.operation} (both threads; the host's heap ${line.hostHeapMb} MB)`,
    )
  }

  imported({ rows, ms: took, reads, writes, created }: Imported, raw: number): void {
    const line = {
      size: this.size,
      operation: 'import of 100 000 rows',
      channel: 'port',
      p50: Math.round(took),
      rawP50: Math.round(raw),
      rows,
      created,
      readsP50: ms(reads.p50),
      readsP95: ms(reads.p95),
      readsMost: ms(reads.most),
      writesP50: ms(writes.p50),
      writesP95: ms(writes.p95),
      writesMost: ms(writes.most),
      ratio: ms(took / raw),
    }
    this.#out(
      this.json
        ? JSON.stringify(line)
        : `${padded(line.p50, 9)} ms  ${line.operation}, ${created} customers made (bare SQL ${line.rawP50} ms); meanwhile, p50 / p95 / longest: first page ${line.readsP50} / ${line.readsP95} / ${line.readsMost} ms, a change ${line.writesP50} / ${line.writesP95} / ${line.writesMost} ms`,
    )
  }

  /** The worst of each kind, over the message port. */
  summary(): void {
    if (this.json) return
    const kinds = new Map<string, Line[]>()
    for (const line of this.#lines.filter(({ channel }) => channel === 'port')) {
      const kind = line.operation.split(' · ')[0] ?? ''
      kinds.set(kind, [...(kinds.get(kind) ?? []), line])
    }
    this.#out('\nover the message port:')
    for (const [kind, lines] of kinds) {
      const slowest = lines.reduce((a, b) => (a.p95 >= b.p95 ? a : b))
      const ratios = lines.map(({ ratio }) => ratio).sort((a, b) => a - b)
      this.#out(
        `  ${kind}: p95 ${ms(slowest.p95)} ms at most (${slowest.operation}); ratio ${ratios[Math.floor(ratios.length / 2)]?.toFixed(2)} in the middle, ${ratios.at(-1)?.toFixed(2)} at most`,
      )
    }
  }

  #head(): void {
    if (this.#headed) return
    this.#headed = true
    this.#out(['p50', 'p95', 'raw p50', 'raw p95', 'empty', 'ratio'].map((title) => padded(title, 9)).join(''))
  }

  #out(text: string): void {
    process.stdout.write(`${text}\n`)
  }
}
