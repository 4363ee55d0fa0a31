import { expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { HostTurns, ThreadTurns } from '@main/jobs/turns'

it('nobody waits where no thread writes', () => {
  const turns = new HostTurns()
  expect(turns.ask()).toBeNull()
  turns.open().close()
  expect(turns.ask()).toBeNull()
})

it('the host waits for the piece a thread is at, and only for that', async () => {
  const turns = new HostTurns()
  const thread = new ThreadTurns(turns.open().shared)
  const piece = thread.ask()
  const host = turns.ask()
  let came = false
  const mine = host!.mine!.then(() => void (came = true))
  await wait(20)
  expect(came).toBe(false)
  piece.end()
  await mine
  host!.end()
  expect(turns.ask()!.mine).toBeNull()
})

it('a thread stands back while the host writes, but not for ever', () => {
  const turns = new HostTurns()
  const thread = new ThreadTurns(turns.open().shared)
  const host = turns.ask()
  const began = performance.now()
  const piece = thread.ask()
  // the host never ended its turn: SQLite's own lock decides
  expect(performance.now() - began).toBeGreaterThan(500)
  piece.end()
  host!.end()
})

it('nobody waits for a thread that ended in its turn', async () => {
  const turns = new HostTurns()
  const opened = turns.open()
  new ThreadTurns(opened.shared).ask()
  const host = turns.ask()
  opened.close()
  await host!.mine
  host!.end()
})

it('the host waits for all threads', async () => {
  const turns = new HostTurns()
  const threads = [turns.open(), turns.open()].map(({ shared }) => new ThreadTurns(shared))
  const [first, second] = threads.map((thread) => thread.ask())
  const host = turns.ask()
  first!.end()
  let came = false
  const mine = host!.mine!.then(() => void (came = true))
  await wait(10)
  expect(came).toBe(false)
  second!.end()
  await mine
  host!.end()
})

it('tells a thread that it was called off', () => {
  const opened = new HostTurns().open()
  const thread = new ThreadTurns(opened.shared)
  expect(thread.isCalledOff).toBe(false)
  opened.callOff()
  expect(thread.isCalledOff).toBe(true)
})
