// The session token of “stay signed in on this device”. It lives here and in the host; the page never sees it.
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

export const rememberToken = (token: string | null): void => {
  try {
    if (token === null) removeSmallFile(file())
    else writeSmallFile(file(), seal(token))
  } catch (cause) {
    warn('the session could not be kept on this device', cause)
  }
}

/** Undefined when nobody stays signed in here, or the system's key ring has changed. */
export const rememberedToken = (): string | undefined => {
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
