// The measured host, in a thread of its own as it is a process of its own in the program.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { getHeapStatistics } from 'node:v8'
import { openDatabase } from '@main/database/open'
import { startHost } from '@main/host/start'
import { createPortServer } from '@main/transports/messagePort'
import { listenHttp } from '@main/transports/http'

const { file, tmpDir } = workerData as { file: string; tmpDir: string }
const say = (level: string) => (message: string, detail?: unknown) => {
  if (level === 'error') process.stderr.write(`${message} ${JSON.stringify(detail ?? null)}\n`)
}
const began = performance.now()
const db = openDatabase(file)
const opened = performance.now()
const log = { info: say('info'), warn: say('warn'), error: say('error') }
const host = startHost({ db, dataDir: '', tmpDir, log, passwordCost: 2, nights: false })
const attach = createPortServer(host)
const http = await listenHttp(host, { port: 0 })

parentPort?.on('message', (message: { port: MessagePort; token: string } | 'heap' | 'stop') => {
  if (message === 'heap') parentPort?.postMessage({ heap: getHeapStatistics().used_heap_size })
  else if (message === 'stop')
    void http
      .close()
      .then(() => host.stop())
      .then(() => process.exit(0))
  else {
    attach(message.port, { token: message.token, device: 'bench' })
    message.port.start()
  }
})
parentPort?.postMessage({ url: http.url, openMs: opened - began, startMs: performance.now() - opened })
