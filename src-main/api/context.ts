// The context is what a handler knows of the call it serves: who asks, when, and the means of the house.
import type { Db } from '@main/database/open'
import type { Endpoints, InputOf, OutputOf } from '@shared/api/endpoint'
import type { Log } from '@main/log'
import type { Passwords } from './passwords'
import type { Publisher } from './publish'
import type { Rights, RightsCache } from './rights'

/**
 * Services are the long-lived means of a running host. The api's own stand here; every other mechanism
 * adds itself where it is defined: `declare module '@main/api/context' { interface Services { jobs: Jobs } }`.
 */
export interface Services {
  rights: RightsCache
  publisher: Publisher
  passwords: Passwords
  log: Log
  /** '' for an office in memory. */
  dataDir: string
}

/** The person a call acts for. `actorId` differs when an assistant enters on somebody's behalf. */
export interface Principal {
  id: number
  actorId: number
  name: string
  sessionId: number
  device: string
}

/** How the transport is told to keep or drop the session token. */
export interface Reply {
  setToken(token: string | null, remember: boolean): void
}

export interface DispatchOptions {
  changeSet?: number
  /** As another person at another time: only the sample company writes a past. */
  past?: { personId: number; at: number }
}

export interface WriteOptions {
  /** What is written is the job's answer: a retry with the same key finds it, after a restart as well. */
  asAnswer?: boolean
}

export interface Context {
  db: Db
  /** Epoch ms of the call; one instant for all it writes. */
  now: number
  /** `{ id: 0 }` before sign-in. */
  user: Principal
  rights: Rights
  services: Services
  /** The endpoint being served, e.g. `customers.update`. */
  path: string
  /** The change set of this command; made on the first write. */
  changeSetId(): number
  /** Tells every listener after the commit. */
  publish(entity: string, id?: number): void
  /** Names what the command was about, for the audit log. */
  about(entity: string, recordId: number | null, detail?: Record<string, unknown> & { rows?: number }): void
  /** Runs another endpoint's command inside this transaction (commands only). */
  call(path: string, input: unknown): unknown
  /** Dispatches as the same person, in a transaction of its own (jobs and queries only). */
  dispatch(path: string, input: unknown, options?: DispatchOptions): Promise<unknown>
  /** One audited transaction of a job under its own name (jobs only). */
  write<T>(run: (ctx: Context) => T, options?: WriteOptions): T
  reply: Reply
  /** Where this call comes from; the session may have begun elsewhere. */
  device: string
  /** Called from a window of the host's own computer. */
  local: boolean
  signal: AbortSignal
}

type NotPromise<T> = T extends Promise<unknown> ? never : T

export type HandlersOf<E extends Endpoints> = {
  [K in keyof E]: E[K]['kind'] extends 'command'
    ? (ctx: Context, input: InputOf<E[K]>) => NotPromise<OutputOf<E[K]>>
    : (ctx: Context, input: InputOf<E[K]>) => OutputOf<E[K]> | Promise<OutputOf<E[K]>>
}

/**
 * Ties handlers to their endpoints so that a missing or wrong one does not compile.
 * @example export const customersHandlers = handlersOf(customersEndpoints, { read: (ctx, { id }) => … })
 */
export const handlersOf = <E extends Endpoints>(_endpoints: E, handlers: HandlersOf<E>): HandlersOf<E> => handlers
