import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, test } from 'vitest'
import { createPortServer } from '@main/transports/messagePort'
import { openTestApp } from '../../support/app'

const junk: unknown[] = [
  'hello',
  '',
  '{}',
  '[]',
  'null',
  '{"i":"1"}',
  '{"i":"1","p":null}',
  '{"i":"1","p":{"u":"no slash"}}',
  '{"i":"1","p":{"u":5}}',
  '{"i":"1","p":{"u":"/auth/status","h":{"content-type":"multipart/form-data; boundary=x"}}}',
  '{"i":"1","p":{"u":"/auth/status","h":{"content-disposition":"attachment; filename=a"}}}',
  '{"i":"1","t":3,"p":{"e":"message","d":1}}',
  '{"i":"1","t":9,"p":{}}',
  '{"i":{},"p":{"u":"/"}}',
  `{"i":"${'x'.repeat(100_000)}","p":{"u":"/"}}`,
  new Uint8Array([255, 1, 2, 3]),
  new Uint8Array([123, 255, 125]),
  { i: '1', p: { u: '//[' } },
  { i: 1 },
  42,
  null,
  undefined,
]

test('whatever a page sends over its port, the host goes on answering', async () => {
  const app = openTestApp()
  const { port1, port2 } = new MessageChannel()
  createPortServer(app.host)(port1, { device: 'test', token: app.owner.token })
  port1.start()
  const faults: unknown[] = []
  const noteFault = (fault: unknown): void => void faults.push(fault)
  process.on('unhandledRejection', noteFault)
  for (const message of junk) port2.postMessage(message)
  const caller: { auth: { status(input: object): Promise<unknown> } } = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  expect(await caller.auth.status({})).toBeTypeOf('object')
  expect(faults).toEqual([])
  process.off('unhandledRejection', noteFault)
  port1.close()
  await app.close()
})
