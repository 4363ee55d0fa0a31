// A job sent twice with the same key runs once, as long as this host lives: the second caller gets the first answer.
// What a job must not write twice even across a restart, it writes with `ctx.write(work, { asAnswer: true })`.
import { fail } from '@shared/api/errors'
import type { Context } from './context'
import { earlierAnswer, hashOf, type KeyedCall } from './idempotency'

interface Begun {
  path: string
  inputHash: string
  answer: Promise<unknown>
  at: number
}

const begunBy = new WeakMap<object, Map<string, Begun>>()
/** Nobody retries after an hour. */
const keptMs = 3_600_000

/** What failed may be tried again with the same key. */
export async function jobOnce(
  { db, services }: Pick<Context, 'db' | 'services'>,
  call: KeyedCall,
  now: number,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const earlier = earlierAnswer(db, call)
  if (earlier) return earlier.output
  const begun = begunBy.get(services) ?? new Map<string, Begun>()
  begunBy.set(services, begun)
  for (const [name, { at }] of begun) if (now - at > keptMs) begun.delete(name)
  const name = `${call.personId}/${call.key}`
  const inputHash = hashOf(call.input)
  const known = begun.get(name)
  if (known && (known.path !== call.path || known.inputHash !== inputHash)) throw fail('rule', { code: 'keyReused' })
  if (known) return known.answer
  const answer = work()
  begun.set(name, { path: call.path, inputHash, answer, at: now })
  answer.catch(() => begun.delete(name))
  return answer
}
