// The two roads from a page to the host, as the page takes them.
import { MessageChannel, Worker } from 'node:worker_threads'
import { once } from 'node:events'
import type { ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'

import { readingTables } from '@shared/api/tables'

export interface Channel {
  name: 'port' | 'http'
  call(token: string, path: string, input: unknown): Promise<unknown>
}

export interface RunningHost {
  channels: readonly Channel[]
  /** From the thread's own clock: opening the file, and the rest of the start. */
  openMs: number
  startMs: number
  heapBytes(): Promise<number>
  stop(): Promise<void>
}

type Link = ClientLink<Record<never, never>>

/** Starts a host in a thread on `file`. */
export async function startThread(file: string, tmpDir: string): Promise<RunningHost> {
  const worker = new Worker(new URL('./hostThread.ts', import.meta.url), {
    workerData: { file, tmpDir },
    execArgv: ['--import', 'tsx'],
  })
  const [started] = (await once(worker, 'message')) as [{ url: string; openMs: number; startMs: number }]
  const links = new Map<string, Link>()
  const linkOf = (key: string, make: () => Link): Link => {
    const known = links.get(key) ?? make()
    links.set(key, known)
    return known
  }
  const portLink = (token: string): Link => {
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ port: port2, token }, [port2])
    const link = new PortLink({ port: port1, interceptors: [readingTables] })
    port1.start()
    port1.unref()
    return link
  }
  const httpLink = (token: string): Link =>
    new HttpLink({
      url: `${started.url}/rpc`,
      headers: { cookie: `zhike_session=${token}` },
      interceptors: [readingTables],
    })
  const channel = (name: Channel['name'], make: (token: string) => Link): Channel => ({
    name,
    call: (token, path, input) => linkOf(name + token, () => make(token)).call(path.split('.'), input, { context: {} }),
  })
  return {
    ...started,
    channels: [channel('port', portLink), channel('http', httpLink)],
    async heapBytes() {
      worker.postMessage('heap')
      const [answer] = (await once(worker, 'message')) as [{ heap: number }]
      return answer.heap
    },
    async stop() {
      worker.postMessage('stop')
      await once(worker, 'exit')
    },
  }
}
