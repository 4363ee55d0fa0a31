// What a call is, and what answers it.
import type { Db } from '@main/database/open'
import type { Endpoints } from '@shared/api/endpoint'
import type { Context, DispatchOptions, Reply, Services } from './context'

/** Handlers by room and name, as features.ts registers them; their types were checked there. */
export type Handler = (ctx: Context, input: unknown) => unknown
export type Handlers = Record<string, Record<string, Handler>>

export interface Dispatcher {
  db: Db
  api: Record<string, Endpoints>
  handlers: Handlers
  services: Services
  clock(): number
}

/** A host as transports and tests see it. */
export interface Host extends Dispatcher {
  call(call: Call): Promise<Answer>
  stop(): Promise<void>
}

export interface Call {
  path: string
  input: unknown
  /** The session token the transport holds, if any. */
  token: string | null
  /** Where the call comes from, as audit and session list show it. */
  device: string
  key?: string | undefined
  /** The session whose job a thread goes on with; no transport passes it on. */
  session?: number | undefined
  /** Only jobs join their commands to one set; no transport passes it on. */
  changeSet?: number | undefined
  /** Only jobs write a past; no transport passes it on. */
  past?: DispatchOptions['past']
  /** The call came from a window of this computer, not over the network. */
  local?: boolean
  reply: Reply
  signal?: AbortSignal
}

export interface Answer {
  output: unknown
  /** Set when a command changed something: what an undo takes back. */
  changeSetId: number | null
}
