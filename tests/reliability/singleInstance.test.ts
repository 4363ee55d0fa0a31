import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { becomeFirst } from '@main/database/singleInstance'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-first-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const holder = `
  import { becomeFirst } from '@main/database/singleInstance'
  void becomeFirst(process.argv[1] ?? '').then((mine) => {
    if (mine.first) mine.announce('http://127.0.0.1:4711')
    process.stdout.write(mine.first ? 'first' : 'second')
    setInterval(() => undefined, 1000)
  })`

describe('one program per data folder', () => {
  it('tells the second start where the first can be reached', async () => {
    const first = await becomeFirst(folder)
    if (!first.first) throw new Error('nobody else is here')
    first.announce('http://127.0.0.1:5000')
    expect(await becomeFirst(folder)).toEqual({ first: false, address: 'http://127.0.0.1:5000' })
    first.release()
    const next = await becomeFirst(folder)
    expect(next.first).toBe(true)
    if (next.first) next.release()
  })

  it('waits for a first that is still starting, and gives up when it stays silent', async () => {
    const first = await becomeFirst(folder)
    if (!first.first) throw new Error('nobody else is here')
    const second = becomeFirst(folder)
    setTimeout(() => first.announce('http://127.0.0.1:5001'), 100)
    expect(await second).toEqual({ first: false, address: 'http://127.0.0.1:5001' })
    first.release()
    const silent = await becomeFirst(folder)
    expect(await becomeFirst(folder, 120)).toEqual({ first: false, address: null })
    if (silent.first) silent.release()
  })

  it('holds between processes and is free at once after kill -9', async () => {
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder, folder])
    const [said] = await once(other.stdout, 'data')
    expect(String(said)).toBe('first')
    expect(await becomeFirst(folder)).toEqual({ first: false, address: 'http://127.0.0.1:4711' })
    const gone = once(other, 'exit')
    other.kill('SIGKILL')
    await gone
    const mine = await becomeFirst(folder)
    expect(mine.first).toBe(true)
    if (mine.first) mine.release()
  })
})
