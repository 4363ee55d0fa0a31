// One person at a browser: saves one thing after the other over HTTP, writes down what the host acknowledged,
// and sends what it never heard of again, with the same key, when the host is back.
import { randomUUID } from 'node:crypto'

export interface Acked {
  customers: Map<number, { name: string; version: number; sourceNote: string | null }>
  followUps: Set<number>
}

interface Save {
  path: string
  input: Record<string, unknown>
  key: string
}

/** A host that answers with the cookie of a signed-in person. */
export interface Session {
  url: string
  cookie: string
}

export async function call(session: Session, path: string, input: unknown, key?: string): Promise<unknown> {
  const answer = await fetch(`${session.url}/rpc/${path.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: session.cookie, ...(key ? { 'x-zhike-key': key } : {}) },
    body: JSON.stringify({ json: input }),
  })
  const set = answer.headers.get('set-cookie')
  if (set !== null) session.cookie = set.split(';')[0]!
  const body = (await answer.json()) as { json: unknown }
  if (!answer.ok) throw new Refused(path, body)
  return body.json
}

/** An answer, but no success. */
class Refused extends Error {
  constructor(path: string, body: unknown) {
    super(`${path} was refused: ${JSON.stringify(body)}`)
  }
}

export class Writer {
  readonly acked: Acked = { customers: new Map(), followUps: new Set() }
  /** Saves acknowledged. */
  count = 0
  readonly #name: string
  readonly #random: () => number
  #started = 0
  #unheard: Save | null = null

  constructor(name: string, random: () => number) {
    this.#name = name
    this.#random = random
  }

  /** Saves until the line breaks. */
  async work(session: Session): Promise<void> {
    for (;;) {
      this.#unheard ??= this.#next()
      const { path, input, key } = this.#unheard
      try {
        this.#note(path, await call(session, path, input, key))
      } catch (error) {
        // How fetch says that the line broke.
        if (error instanceof TypeError && /fetch failed|terminated/.test(error.message)) return
        throw error
      }
      this.#unheard = null
    }
  }

  #next(): Save {
    const key = randomUUID()
    const chosen = this.#random()
    const known = [...this.acked.customers]
    const [id, customer] = known[Math.floor(this.#random() * known.length)] ?? []
    this.#started += 1
    if (id === undefined || customer === undefined || chosen < 0.5)
      return { path: 'customers.create', key, input: { name: `${this.#name}-${this.#started} 信息技术有限公司` } }
    if (chosen < 0.75) {
      const changes = { sourceNote: `第 ${this.#started} 次` }
      return { path: 'customers.update', key, input: { id, version: customer.version, changes } }
    }
    return { path: 'followUps.create', key, input: { customerId: id, way: 'call', content: `通话 ${this.#started}` } }
  }

  #note(path: string, output: unknown): void {
    this.count += 1
    const row = output as { id: number; name: string; version: number; sourceNote: string | null }
    if (path === 'followUps.create') this.acked.followUps.add(row.id)
    else this.acked.customers.set(row.id, { name: row.name, version: row.version, sourceNote: row.sourceNote })
  }
}
