// The road every call takes, from window, browser, script or test alike:
// endpoint → session → permission → input → approval → transaction with audit and change set → events → output.
import type { z } from 'zod'
import type { Db } from '@main/database/open'
import type { Endpoint } from '@shared/api/endpoint'
import { type ApiError, fail, fieldMessage, type FieldMessage } from '@shared/api/errors'
import { approvalGate } from './approvalGate'
import type { Answer, Call, Dispatcher, Handler } from './call'
import type { Context, WriteOptions } from './context'
import { asApiError } from './failures'
import { earlierAnswer, keyOf, rememberAnswer } from './idempotency'
import { anonymous, guardOwnPassword, identify } from './identity'
import { jobOnce } from './jobKeys'
import { fits } from './outputs'
import { noRights, type Rights } from './rights'
import { createUnit, type Unit } from './unit'

export type { Answer, Call, Dispatcher, Handler, Handlers, Host } from './call'

/** Commands above this are named in the log. */
const slowMs = 50

/** Serves one call. Every failure is an ApiError. */
export async function dispatch(host: Dispatcher, call: Call): Promise<Answer> {
  const endpoint = findEndpoint(host, call.path)
  // before anything is looked at: from here to the commit nobody comes between
  const turn = endpoint.kind === 'command' ? host.services.turns.ask() : null
  if (turn?.mine) await turn.mine
  try {
    return await serve(host, endpoint, call)
  } finally {
    turn?.end()
  }
}

async function serve(host: Dispatcher, endpoint: Endpoint, call: Call): Promise<Answer> {
  const began = performance.now()
  const now = call.past?.at ?? host.clock()
  const { user, rights } = identify(host, endpoint, call, now)
  const unit = createUnit(host.db, { path: call.path, user, now, changeSet: call.changeSet })
  try {
    guardOwnPassword(host, endpoint, call, user)
    guard(endpoint, rights, call.local ?? false)
    const input = parseInput(endpoint, call.input)
    approvalGate(endpoint, input)
    const ctx = makeContext(host, call, unit, rights)
    const output = await run(host, endpoint, call, ctx, unit, input)
    return { output, changeSetId: unit.changeSet() }
  } catch (error) {
    const failure = asApiError(error, host.services.log, call.path)
    if (isNoted(endpoint, unit, failure)) auditFailure(host, unit, failure)
    throw failure
  } finally {
    const took = performance.now() - began
    if (endpoint.kind === 'command' && took > slowMs)
      host.services.log.warn('slow command', { path: call.path, ms: Math.round(took) })
  }
}

function findEndpoint(host: Dispatcher, path: string): Endpoint {
  const [room = '', name = '', ...rest] = path.split('.')
  const endpoints = Object.hasOwn(host.api, room) ? host.api[room] : undefined
  const endpoint = endpoints && Object.hasOwn(endpoints, name) ? endpoints[name] : undefined
  if (!endpoint || rest.length > 0) throw fail('unknown')
  return endpoint
}

function guard(endpoint: Endpoint, rights: Rights, local: boolean): void {
  if (endpoint.desktopOnly && !local) throw fail('forbidden', { code: 'desktopOnly' })
  if (endpoint.permission === 'public' || endpoint.permission === 'signedIn') return
  if (!rights.can(endpoint.permission)) throw fail('forbidden')
}

/** Field → the key of its message under `errors.fields`. */
function parseInput(endpoint: Endpoint, input: unknown): unknown {
  const result = endpoint.input.safeParse(input)
  if (result.success) return result.data
  throw fail('invalid', { fields: fieldMessages(result.error.issues) })
}

function fieldMessages(issues: readonly z.core.$ZodIssue[]): Record<string, FieldMessage> {
  const fields: Record<string, FieldMessage> = {}
  for (const issue of issues.slice(0, 50)) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, 20)) fields[[...issue.path, key].join('.')] = 'unknownField'
    else fields[issue.path.join('.') || 'input'] ??= messageKey(issue)
  }
  return fields
}

const messageKey = (issue: z.core.$ZodIssue): FieldMessage => {
  const own = fieldMessage(issue.message)
  if (own !== 'invalid') return own
  if (issue.code === 'too_big') return 'tooLong'
  if (issue.code === 'too_small') return 'required'
  return issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'invalid'
}

function makeContext(host: Dispatcher, call: Call, unit: Unit, rights: Rights): Context {
  const ctx: Context = {
    db: host.db,
    now: unit.now,
    user: unit.user,
    rights,
    services: host.services,
    path: call.path,
    reply: call.reply,
    device: call.device,
    local: call.local ?? false,
    signal: call.signal ?? new AbortController().signal,
    changeSetId: unit.changeSetId,
    publish: unit.publish,
    about: unit.about,
    call: (path, input) => callInside(host, ctx, path, input),
    dispatch: async (path, input, options = {}) =>
      (await dispatch(host, { ...call, path, input, key: undefined, ...options })).output,
    write: (work, options) => writeOnce(host, call, ctx, work, options),
  }
  return ctx
}

/** Another room's command inside this transaction: same person, same rights, same change set. */
function callInside(host: Dispatcher, ctx: Context, path: string, raw: unknown): unknown {
  const endpoint = findEndpoint(host, path)
  if (endpoint.kind !== 'command') throw fail('unknown')
  guard(endpoint, ctx.rights, false)
  return handlerOf(host, path)(ctx, parseInput(endpoint, raw))
}

/** An audited transaction of a job, in its own change set. */
function writeOnce<T>(
  host: Dispatcher,
  call: Call,
  ctx: Context,
  work: (ctx: Context) => T,
  { asAnswer = false }: WriteOptions = {},
): T {
  const keyed = asAnswer ? keyOf(call, ctx, call.input) : null
  const unit = createUnit(host.db, {
    path: call.path,
    user: ctx.user,
    now: host.clock(),
    changeSet: call.changeSet,
  })
  const inner = { ...ctx, now: unit.now, changeSetId: unit.changeSetId, publish: unit.publish, about: unit.about }
  const result = inTransaction(host.db, () => {
    const value = work(inner)
    countVolume(host, inner, unit, call.input)
    unit.audit('ok')
    if (keyed) rememberAnswer(host.db, keyed, value, unit.now)
    return value
  })
  host.services.publisher.publish(unit.published)
  return result
}

/**
 * Work the host does by itself, e.g. at night: one audited transaction in nobody's name.
 * `changeSet`: the set that an earlier part of the same work began.
 */
export function writeAsHost<T>(host: Dispatcher, path: string, work: (ctx: Context) => T, changeSet?: number): T {
  const call: Call = { path, input: null, token: null, device: 'host', changeSet, reply: { setToken: () => undefined } }
  const unit = createUnit(host.db, { path, user: { ...anonymous, device: call.device }, now: host.clock() })
  return writeOnce(host, call, makeContext(host, call, unit, noRights), work)
}

/** What a thread goes on with: the context of the job that a call began, on the thread's own connection. */
export function jobContext(host: Dispatcher, call: Call): Context {
  const endpoint = findEndpoint(host, call.path)
  const now = host.clock()
  const { user, rights } = identify(host, endpoint, call, now)
  guardOwnPassword(host, endpoint, call, user)
  guard(endpoint, rights, call.local ?? false)
  return makeContext(host, call, createUnit(host.db, { path: call.path, user, now }), rights)
}

function handlerOf(host: Dispatcher, path: string): Handler {
  const [room = '', name = ''] = path.split('.')
  const handler = host.handlers[room]?.[name]
  if (!handler) throw fail('unknown')
  return handler
}

async function run(
  host: Dispatcher,
  endpoint: Endpoint,
  call: Call,
  ctx: Context,
  unit: Unit,
  input: unknown,
): Promise<unknown> {
  const handler = handlerOf(host, call.path)
  if (endpoint.kind !== 'command') {
    const work = async (): Promise<unknown> => handler(ctx, input)
    const keyed = endpoint.kind === 'job' && !endpoint.sensitive ? keyOf(call, ctx, call.input) : null
    const answer = parseOutput(endpoint, await (keyed ? jobOnce(host, keyed, ctx.now, work) : work()))
    if (endpoint.volume === 'view') noteView(host, ctx, input)
    return answer
  }
  const keyed = keyOf(call, ctx, input)
  const output = inTransaction(host.db, () => {
    const earlier = keyed && earlierAnswer(host.db, keyed)
    if (earlier) return earlier.output
    // parsed inside: an answer that breaks its own contract must not be committed
    const answer = parseOutput(endpoint, handler(ctx, input))
    countVolume(host, ctx, unit, input)
    unit.audit('ok')
    if (keyed) rememberAnswer(host.db, keyed, answer, unit.now)
    return answer
  })
  host.services.publisher.publish(unit.published)
  return output
}

/** What went on paper or into a file, in the transaction that tells of it; work of the host itself has no endpoint. */
function countVolume(host: Dispatcher, ctx: Context, unit: Unit, input: unknown): void {
  const [room = '', name = ''] = unit.path.split('.')
  const volume = host.api[room]?.[name]?.volume
  if (!volume || volume === 'view') return
  const { volumes } = host.services
  if (volume === 'export' || volumes.isNewPaper(ctx, unit.path, input)) volumes.took(ctx, volume, unit.rows())
}

function noteView({ services }: Dispatcher, { user, now }: Context, input: unknown): void {
  // a law asks of every endpoint that counts as viewing for an id
  services.volumes.saw(user.actorId, (input as { id: number }).id, now)
}

function inTransaction<T>(db: Db, work: () => T): T {
  return db.transaction(work).immediate()
}

function parseOutput(endpoint: Endpoint, output: unknown): unknown {
  if (fits(endpoint.output, output)) return output
  const result = endpoint.output.safeParse(output)
  if (result.success) return result.data
  throw new Error(`output does not fit: ${JSON.stringify(result.error.issues.slice(0, 3))}`)
}

/** Writes that failed, and whatever was forbidden. A stranger who keeps knocking must not fill the disk. */
function isNoted(endpoint: Endpoint, unit: Unit, failure: ApiError): boolean {
  if (unit.user.id === 0 && (failure.code === 'throttled' || failure.code === 'invalid')) return false
  return endpoint.kind !== 'query' || failure.code === 'forbidden'
}

/** A denied or failed write leaves its audit row and nothing else. */
function auditFailure(host: Dispatcher, unit: Unit, failure: ApiError): void {
  try {
    inTransaction(host.db, () => unit.audit(failure.message))
  } catch (error) {
    host.services.log.error('audit row not written', { path: unit.path, error: String(error) })
  }
}
