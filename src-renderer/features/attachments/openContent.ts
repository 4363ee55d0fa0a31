// The bytes of an attachment, fetched in pieces after the host has checked them.
import { api } from '@renderer/api/caller'

/** Larger files are not shown, only downloaded. */
export const largestShown = 25 * 1024 * 1024

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

export async function readContent(id: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { token, size } = await api.attachments.open({ id, purpose: 'preview' })
  const whole = new Uint8Array(size)
  for (let offset = 0; offset < size && !signal?.aborted;) {
    const piece = bytesOf((await api.files.download({ token, offset })).data)
    if (piece.length === 0) break
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}

const pictures: readonly (readonly [type: string, ...start: number[]])[] = [
  ['image/png', 0x89, 0x50, 0x4e, 0x47],
  ['image/jpeg', 0xff, 0xd8, 0xff],
  ['image/gif', 0x47, 0x49, 0x46, 0x38],
  ['image/bmp', 0x42, 0x4d],
]
const wordAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** What the bytes are, whatever the name says; null for no picture that is shown. */
export function pictureType(bytes: Uint8Array): string | null {
  if (wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP') return 'image/webp'
  if (wordAt(bytes, 4) === 'ftyp' && wordAt(bytes, 8) === 'avif') return 'image/avif'
  const found = pictures.find(([, ...start]) => start.every((byte, at) => bytes[at] === byte))
  return found ? found[0] : null
}

/** UTF-8 where it fits, else what Chinese Windows writes. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
