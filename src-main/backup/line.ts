// The line of all who work on the office's files as a whole: backups, restores, the cleaning of attachments. One at a time.
import { BackupProblem } from './problem'

export class Line {
  readonly #waiting = new Set<(reason: BackupProblem) => void>()
  #last: Promise<void> = Promise.resolve()
  #closed = false

  /** Works when its turn comes. Throws BackupProblem `busy` when the line is closed before. */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new BackupProblem('busy'))
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      this.#last = this.#last.then(async () => {
        if (this.#waiting.delete(reject)) await work().then(resolve, reject)
      })
    })
  }

  /** Sends away who waits and who comes meanwhile: a restore waits for their host, so it must not wait for them. */
  async closedWhile<T>(work: () => Promise<T>): Promise<T> {
    this.#closed = true
    for (const sendAway of this.#waiting) sendAway(new BackupProblem('busy'))
    this.#waiting.clear()
    try {
      return await work()
    } finally {
      this.#closed = false
    }
  }

  /** When all who stand in line now are done. */
  empty(): Promise<void> {
    return this.#last
  }
}
