// What both transports serve: the oRPC router over a codec that writes answers as the JSON they are.
import { StandardRPCJsonSerializer, StandardRPCSerializer, type StandardRPCJsonSerialized } from '@orpc/client/standard'
import { StandardHandler, StandardRPCCodec, StandardRPCMatcher } from '@orpc/server/standard'
import type { Host } from '@main/api/dispatch'
import { withTable } from '@shared/api/tables'
import { withHeaders } from './rpcInterceptor'
import { type CallContext, createRpcRouter } from './rpcRouter'

/**
 * The library looks at each value for dates, sets and the like, with a new path for every one: on a page of a list
 * that takes longer than reading it. Outputs have passed a schema that is JSON by law (tests/laws/endpoints).
 */
class PlainAnswers extends StandardRPCJsonSerializer {
  override serialize(data: unknown): StandardRPCJsonSerialized {
    return [withTable(data), [], [], []]
  }
}

export function createRpcHandler(host: Host): StandardHandler<CallContext> {
  const codec = new StandardRPCCodec(new StandardRPCSerializer(new PlainAnswers()))
  return new StandardHandler(createRpcRouter(host), new StandardRPCMatcher(), codec, { interceptors: [withHeaders] })
}
