// One person at a browser: saves one thing after the other over HTTP, writes down what the host acknowledged,
// and sends what it never heard of again, with the same key, when the host is back.
import { withRows } from '@shared/api/tables'
import { createHash, randomBytes, randomUUID } from 'node:crypto'

export interface Acked {
  customers: Map<number, { name: string; version: number; sourceNote: string | null }>
  followUps: Set<number>
  /** Id → SHA-256 of what was sent. */
  attachments: Map<number, string>
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
  return withRows(body.json)
}

/** An answer, but no success. */
class Refused extends Error {
  constructor(path: string, body: unknown) {
    super(`${path} was refused: ${JSON.stringify(body)}`)
  }
}

export class Writer {
  readonly acked: Acked = { customers: new Map(), followUps: new Set(), attachments: new Map() }
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
        if (path === 'attachments.add') await this.#attach(session, input)
        else this.#note(path, await call(session, path, input, key))
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
    // what was uploaded but not heard of is uploaded again: a fresh host has forgotten it
    if (chosen < 0.62) return { path: 'attachments.add', key, input: { about: { entity: 'customers', id } } }
    if (chosen < 0.8) {
      const changes = { sourceNote: `第 ${this.#started} 次` }
      return { path: 'customers.update', key, input: { id, version: customer.version, changes } }
    }
    return { path: 'followUps.create', key, input: { customerId: id, way: 'call', content: `通话 ${this.#started}` } }
  }

  async #attach(session: Session, input: Record<string, unknown>): Promise<void> {
    // now and then what others send as well: one content, several rows
    const shared = this.#random() < 0.2
    const content = shared ? Buffer.from(`价目表 ${this.#started % 7}`) : randomBytes(1 + (this.#started % 9) * 5000)
    // the answer of files.begin
    const { token } = (await call(session, 'files.begin', { name: '合同.pdf', size: content.length })) as {
      token: string
    }
    const half = content.length >> 1
    for (const [offset, data] of [
      [0, content.subarray(0, half)],
      [half, content.subarray(half)],
    ] as const)
      if (data.length > 0) await call(session, 'files.append', { token, offset, data: data.toString('base64') })
    // the answer of attachments.add
    const { attachment } = (await call(session, 'attachments.add', { ...input, token })) as {
      attachment: { id: number }
    }
    this.acked.attachments.set(attachment.id, createHash('sha256').update(content).digest('hex'))
    this.count += 1
  }

  #note(path: string, output: unknown): void {
    this.count += 1
    const row = output as { id: number; name: string; version: number; sourceNote: string | null }
    if (path === 'followUps.create') this.acked.followUps.add(row.id)
    else this.acked.customers.set(row.id, { name: row.name, version: row.version, sourceNote: row.sourceNote })
  }
}
