// What both transports do around a call: read the idempotency key, tell back the change set.
import type { StandardHandleResult, StandardHandlerInterceptorOptions } from '@orpc/server/standard'
import { keyHeader, setChangeSetHeader } from './headers'
import type { CallContext } from './rpcRouter'

type Options = StandardHandlerInterceptorOptions<CallContext>

export async function withHeaders(
  options: Options & { next(options?: Options): Promise<StandardHandleResult> },
): Promise<StandardHandleResult> {
  const told: Record<string, string> = {}
  const context: CallContext = {
    ...options.context,
    key: keyHeader(options.request.headers),
    setChangeSet: (id) => setChangeSetHeader(told, id),
  }
  const result = await options.next({ ...options, context })
  if (!result.matched) return result
  return { ...result, response: { ...result.response, headers: { ...result.response.headers, ...told } } }
}
