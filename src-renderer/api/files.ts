// Files travel in pieces through the api, the same in a window and in a browser.
import type { PickedFile, SavedFile } from '@shared/desktop'
import { api } from './caller'

const pieceBytes = 384 * 1024

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** Sends a chosen file; gives the token that other endpoints take. `told` hears 0 to 1. */
export async function uploadFile(file: PickedFile, told: (share: number) => void = () => undefined): Promise<string> {
  const { token } = await api.files.begin({ name: file.name, size: file.size })
  for (let offset = 0; offset < file.size;) {
    const bytes = await file.read(offset, pieceBytes)
    if (bytes.length === 0) break
    await api.files.append({ token, offset, data: toBase64(bytes) })
    offset += bytes.length
    told(offset / file.size)
  }
  return token
}

/** Writes a prepared download into the place the person chose. */
export async function downloadInto(token: string, target: SavedFile): Promise<void> {
  try {
    for (let offset = 0; ;) {
      const { data, size } = await api.files.download({ token, offset })
      if (data === '') break
      const bytes = fromBase64(data)
      await target.write(bytes)
      offset += bytes.length
      if (offset >= size) break
    }
    await target.finish()
  } catch (thrown) {
    await target.cancel()
    throw thrown
  }
}
