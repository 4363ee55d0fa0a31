// Password hashes by scrypt, reckoned in the thread pool so that nobody waits for them.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long for a missing hash as for a wrong password. */
  verify(password: string, hash: string | null): Promise<boolean>
}

const length = 32

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 + 2 ** 20 }
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** `cost` is scrypt's N, a power of two; 2^15 takes about 60 ms. */
export function createPasswords(cost = 2 ** 15): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(16)
      const key = await derive(password, salt, cost)
      return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$')
    },
    async verify(password, hash) {
      const [, storedCost, salt, key] = (hash ?? `scrypt$${cost}$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`).split('$')
      const expected = Buffer.from(key ?? '', 'base64url')
      const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), Number(storedCost))
      return hash !== null && expected.length === actual.length && timingSafeEqual(expected, actual)
    },
  }
}
