import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createORPCClient, type Client } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { expect, it } from 'vitest'
import { isHostLost, toApiError } from '@renderer/api/failure'

type AnyClient = Record<string, Record<string, Client<object, unknown, unknown, unknown>>>

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    // what is listened to has a port
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

it('whoever gives up in the middle of an answer has not lost the host; an answer that breaks off has', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"json":{"rows":[')
    setTimeout(() => response.destroy(), 400)
  })
  const url = `${await listening(server)}/rpc`
  const client = createORPCClient<AnyClient>(new RPCLink({ url }))
  const failureAfter = async (ms: number) => {
    const control = new AbortController()
    setTimeout(() => control.abort(), ms)
    const thrown: unknown = await client['customers']?.['list']?.({}, control).catch((error: unknown) => error)
    return toApiError(thrown, control.signal)
  }
  expect(await failureAfter(150)).toMatchObject({ code: 'cancelled' })
  expect(isHostLost(await failureAfter(5000))).toBe(true)
  server.close()
})
