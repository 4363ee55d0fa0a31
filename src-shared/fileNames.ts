// Names of files from outside, fit for every file system.

const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)\s*(\.|$)/i
const trimmed = (name: string): string => name.replace(/^[.\s]+|[.\s]+$/g, '')

/** The last part of a name from outside, without what file systems or people could be fooled by. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const clean = trimmed(last.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, ''))
  return shorten(reserved.test(clean) ? `_${clean}` : clean) || 'file'
}

/** File systems take 255 bytes, an attachment's name 200 letters; what the file is stays readable. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  const stem = [...(ending ? name.slice(0, dot) : name)]
  const over = (): number => bytesOf([...stem, ...ending]) - 200
  while (over() > 0) stem.splice(-Math.ceil(over() / 4))
  return trimmed(stem.join('') + ending)
}

/** As UTF-8. */
const bytesOf = (letters: readonly string[]): number =>
  letters.reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)
