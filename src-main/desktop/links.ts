// Addresses that leave the program: mail and web, in the person's own programs.
import { shell } from 'electron'
import { warn } from './log'

const outside = new Set(['http:', 'https:', 'mailto:'])

/** False when the address is of another kind or the system has no program for it. */
export const openExternal = async (address: string): Promise<boolean> => {
  if (address.length > 2000 || !URL.canParse(address)) return false
  const url = new URL(address)
  if (!outside.has(url.protocol)) return false
  try {
    await shell.openExternal(url.href)
    return true
  } catch (cause) {
    warn('no program opens this address', cause)
    return false
  }
}
