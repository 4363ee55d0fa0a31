// Turns of writing between the host and threads that write for long on connections of their own. SQLite has one writer:
// without turns the host would sleep inside its own thread until the lock is free, and a thread that always writes would
// hardly let it in. With them a command waits, outside any transaction, for the piece a thread is at, and comes next.
// They are a courtesy: SQLite's lock still decides, so that nothing is lost when one dies in its turn.
import { setTimeout as wait } from 'node:timers/promises'

export interface Turn {
  /** Until the others have finished their piece; null when there is nothing to wait for. */
  mine: Promise<void> | null
  end(): void
}

export interface Turns {
  /** Null when nobody else writes. */
  ask(): Turn | null
  /** For a new thread; closed when it has ended, however that came. */
  open(): OpenTurns
}

export interface OpenTurns {
  shared: SharedArrayBuffer
  /** The thread is to end after the piece it is at. */
  callOff(): void
  close(): void
}

/** Cells of the memory that a thread shares with its host. */
const writing = 0
const wanted = 1
const calledOff = 2
const cellsInAll = 3

/** Longer than any piece; whoever takes longer is not waited for. */
const mostMs = 1000
const lookEveryMs = 1

export class HostTurns implements Turns {
  readonly #threads = new Set<Int32Array>()

  open(): OpenTurns {
    const shared = new SharedArrayBuffer(cellsInAll * Int32Array.BYTES_PER_ELEMENT)
    const cells = new Int32Array(shared)
    this.#threads.add(cells)
    return {
      shared,
      callOff: () => void Atomics.store(cells, calledOff, 1),
      close: () => {
        this.#threads.delete(cells)
        // whoever waits for a thread that died in its turn goes on
        Atomics.store(cells, writing, 0)
      },
    }
  }

  ask(): Turn | null {
    if (this.#threads.size === 0) return null
    const threads = [...this.#threads]
    for (const cells of threads) Atomics.add(cells, wanted, 1)
    const busy = (): boolean => threads.some((cells) => Atomics.load(cells, writing) !== 0)
    return {
      mine: busy() ? untilNot(busy) : null,
      end() {
        for (const cells of threads) if (Atomics.sub(cells, wanted, 1) === 1) Atomics.notify(cells, wanted)
      },
    }
  }
}

async function untilNot(busy: () => boolean): Promise<void> {
  const until = performance.now() + mostMs
  while (busy() && performance.now() < until) await wait(lookEveryMs)
}

/** The thread's side: it waits, standing still, while the host wants to write. */
export class ThreadTurns implements Turns {
  readonly #cells: Int32Array

  constructor(shared: SharedArrayBuffer) {
    this.#cells = new Int32Array(shared)
  }

  get isCalledOff(): boolean {
    return Atomics.load(this.#cells, calledOff) !== 0
  }

  ask(): Turn {
    const until = performance.now() + mostMs
    const end = (): void => void Atomics.store(this.#cells, writing, 0)
    for (;;) {
      this.#standBack(until)
      Atomics.store(this.#cells, writing, 1)
      // both may have come at once: the host goes first
      if (Atomics.load(this.#cells, wanted) === 0 || performance.now() >= until) return { mine: null, end }
      end()
    }
  }

  open(): never {
    throw new Error('a thread begins no other')
  }

  #standBack(until: number): void {
    for (;;) {
      const left = until - performance.now()
      const waiting = Atomics.load(this.#cells, wanted)
      if (waiting === 0 || left <= 0) return
      Atomics.wait(this.#cells, wanted, waiting, left)
    }
  }
}

declare module '@main/api/context' {
  interface Services {
    turns: Turns
  }
}
