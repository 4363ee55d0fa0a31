// One program per data folder. The first holds an operating-system lock for as long as it lives, so a
// killed one leaves nothing to clean up; a second learns where the first can be reached and hands over.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { writeDurably } from './durable'
import { connect, type Db } from './open'

export type Instance = FirstInstance | { first: false; address: string | null }

export interface FirstInstance {
  first: true
  /** Tells later starts where this program can be reached, e.g. `http://127.0.0.1:41234`. */
  announce(address: string): void
  release(): void
}

const announcement = z.object({ address: z.string(), pid: z.number() })

/**
 * Becomes the one program on this data folder, or finds the one that is.
 * `address` is null when the first has not said within `patience` ms where it is.
 */
export async function becomeFirst(dataDir: string, patience = 3000): Promise<Instance> {
  const lock = takeLock(join(dataDir, 'zhike.lock'))
  const announced = join(dataDir, 'zhike.address')
  if (lock === null) return { first: false, address: await addressIn(announced, patience) }
  rmSync(announced, { force: true })
  return {
    first: true,
    announce: (address) => writeDurably(announced, JSON.stringify({ address, pid: process.pid })),
    release() {
      if (!lock.open) return
      rmSync(announced, { force: true })
      lock.close()
    },
  }
}

// SQLite takes the lock on every system alike; the transaction is never ended while the program lives.
function takeLock(file: string): Db | null {
  const db = connect(file)
  try {
    db.pragma('busy_timeout = 0')
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

async function addressIn(file: string, patience: number): Promise<string | null> {
  const until = Date.now() + patience
  do {
    const address = readAddress(file)
    if (address !== null) return address
    await wait(50)
  } while (Date.now() < until)
  return null
}

function readAddress(file: string): string | null {
  try {
    return announcement.parse(JSON.parse(readFileSync(file, 'utf8'))).address
  } catch {
    return null
  }
}
