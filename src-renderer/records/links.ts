// What a text of a format opens: a call, a letter, a page. Anything that is not plainly one of these opens nothing.
import type { TextFormat } from '@shared/fields/field'

const phoneDigits = (text: string): string => text.replace(/[^\d+]/gu, '')

/** Null when the text is not safe to link, or not shown in full. */
export function linkOf(format: TextFormat | undefined, text: string): string | null {
  if (text.includes('*')) return null
  switch (format) {
    case 'phone':
    case 'phones':
      return phoneDigits(text).length >= 3 ? `tel:${phoneDigits(text)}` : null
    case 'mail':
    case 'mails':
      return /^[^\s@<>"']+@[^\s@<>"']+$/u.test(text) ? `mailto:${encodeURI(text)}` : null
    case 'link': {
      const address = /^https?:\/\//iu.test(text) ? text : `https://${text}`
      return URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol) ? address : null
    }
    default:
      return null
  }
}

/** Several phones or mails in one text, apart. */
export function partsOfMany(format: TextFormat | undefined, text: string): string[] {
  if (format !== 'phones' && format !== 'mails') return [text]
  return text
    .split(/[;；、\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean)
}
