// The picture of a card: inside it as base64, as a data address (4.0), or only linked.
import { bytesOf, codingOf, unescaped, type Property } from './vcardLines'

export interface Photo {
  name: string
  mediaType: string
  data?: Buffer
  link?: string
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
}

export function photoOf(properties: Property[], read: (property: Property) => string): Photo | undefined {
  const property = properties.find(({ name }) => name === 'PHOTO')
  if (!property) return undefined
  if (codingOf(property) === 'base64') return withType(bytesOf(property))
  const text = unescaped(read(property))
  const inline = /^data:[^,]*;base64,(.*)$/isu.exec(text)
  if (inline) return withType(Buffer.from(inline[1] ?? '', 'base64'))
  return text ? { name: '', mediaType: '', link: text } : undefined
}

/** The kind is read from the picture itself: cards often say nothing or lie. Anything that is no picture is dropped. */
function withType(data: Buffer): Photo | undefined {
  const mediaType = pictureType(data)
  return mediaType ? { name: `photo.${endings[mediaType] ?? 'bin'}`, mediaType, data } : undefined
}

function pictureType(data: Buffer): string | undefined {
  const hex = data.subarray(0, 12).toString('hex')
  if (hex.startsWith('ffd8ff')) return 'image/jpeg'
  if (hex.startsWith('89504e47')) return 'image/png'
  if (hex.startsWith('47494638')) return 'image/gif'
  if (hex.startsWith('52494646') && hex.endsWith('57454250')) return 'image/webp'
  return hex.startsWith('424d') ? 'image/bmp' : undefined
}
