// The session tokens of the windows, while the program runs; and the one of “stay signed in on this device”, which
// outlives it. They live here and in the host; no page ever sees one.
import { safeStorage } from 'electron'
import { warn } from './log'
import { shellFile } from './places'
import { readSmallFile, removeSmallFile, writeSmallFile } from './smallFiles'

const sealed = 'sealed:'
const file = (): string => shellFile('session')

const seal = (token: string): Buffer =>
  safeStorage.isEncryptionAvailable()
    ? Buffer.concat([Buffer.from(sealed), safeStorage.encryptString(token)])
    : Buffer.from(token)

const rememberToken = (token: string | null): void => {
  try {
    if (token === null) removeSmallFile(file())
    else writeSmallFile(file(), seal(token))
  } catch (cause) {
    warn('the session could not be kept on this device', cause)
  }
}

/** Undefined when nobody stays signed in here, or the system's key ring has changed. */
const rememberedToken = (): string | undefined => {
  const content = readSmallFile(file())
  if (!content) return undefined
  if (!content.subarray(0, sealed.length).equals(Buffer.from(sealed))) return content.toString()
  try {
    return safeStorage.decryptString(content.subarray(sealed.length))
  } catch (cause) {
    warn('the kept session cannot be read and is forgotten', cause)
    removeSmallFile(file())
    return undefined
  }
}

/** By window; null where somebody signed out. */
const held = new Map<number, string | null>()
let latest: string | undefined

export interface HeldToken {
  window: number
  token: string | null
  /** Beyond the end of the program. */
  keep: boolean
}

export const holdToken = ({ window, token, keep }: HeldToken): void => {
  if (token !== null) latest = token
  else if (held.get(window) === latest) latest = undefined
  held.set(window, token)
  rememberToken(keep ? token : null)
}

/** A page loaded anew goes on as who sat there; a new window as whoever came last. */
export const tokenFor = (window: number): string | undefined =>
  held.has(window) ? (held.get(window) ?? undefined) : (latest ?? rememberedToken())

export const dropToken = (window: number): void => void held.delete(window)
