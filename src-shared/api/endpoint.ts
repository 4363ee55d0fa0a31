// An endpoint is one thing that may be asked of the host. Its value holds all that is known about it;
// types, guards, routes, parsing, audit and the law tests derive from it.
import type { z } from 'zod'
import type { VolumeKind } from '@shared/features/auditLog/rules'
import type { Permission } from '@shared/permissions'

export type EndpointKind = 'query' | 'command' | 'job'

/** `public`: before sign-in. `signedIn`: any signed-in person. Otherwise the action of a room. */
export type Guard = Permission | 'public' | 'signedIn'

export interface EndpointDefinition<I extends z.ZodType, O extends z.ZodType> {
  permission: Guard
  /** Strict: unknown keys are refused. */
  input: I
  /** What is not declared here never leaves the host. */
  output: O
  /** May need an approval before it runs (the gate answers `pending`). */
  approvable?: boolean
  /** Input or output carries secrets: never written to audit, log or REST. */
  sensitive?: boolean
  /** Only offered to windows on the host's own computer. */
  desktopOnly?: boolean
  /** Counts toward how much one person takes in or out a day; needs `id` in its input when it is `view`. */
  volume?: VolumeKind
  /** Published as REST for other programs. */
  rest?: boolean
}

export interface Endpoint<
  K extends EndpointKind = EndpointKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends EndpointDefinition<I, O> {
  kind: K
}

export type Endpoints = Record<string, Endpoint>
export type Api = Record<string, Endpoints>

export type InputOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

const builder =
  <K extends EndpointKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(definition: EndpointDefinition<I, O>): Endpoint<K, I, O> => ({
    kind,
    ...definition,
  })

/** Reads; no transaction of its own. `list: query({ permission: 'customers.view', input, output })` */
export const query = builder('query')
/** A synchronous write inside exactly one transaction with its audit row and change set. */
export const command = builder('command')
/** Long or outside work; writes only by dispatching commands. */
export const job = builder('job')

/** What a caller may say beside the input. */
export interface CallOptions {
  /** Idempotency key: the same key and person run a command once, later calls get the first answer. */
  key?: string
}

/** The typed caller of an api, the same for window, browser and tests. */
export type ApiCaller<A extends Api> = {
  [R in keyof A]: {
    [E in keyof A[R]]: (input: z.input<A[R][E]['input']>, options?: CallOptions) => Promise<OutputOf<A[R][E]>>
  }
}
