// Several values in one cell: JSON that programs put there, ':::' of Google, or signs people use.

/** A JSON list or object in a cell as plain text; other texts as they are. */
export function withoutJson(text: string): string {
  if (!/^\s*[[{].*[\]}]\s*$/su.test(text)) return text.includes(':::') ? text.split(/\s*:::\s*/u).join('; ') : text
  try {
    return valuesOf(JSON.parse(text)).join('; ')
  } catch {
    return text
  }
}

function valuesOf(json: unknown): string[] {
  if (json === null || json === undefined) return []
  if (Array.isArray(json)) return json.flatMap(valuesOf)
  if (typeof json !== 'object') return [String(json)]
  if ('value' in json) return valuesOf(json.value)
  if ('name' in json) return valuesOf(json.name)
  return Object.entries(json).flatMap(([key, value]) => valuesOf(value).map((one) => `${key}: ${one}`))
}

/** Tags; one that holds a separator itself stands in quotes, as our export writes it. */
export const splitTags = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"]|"")*)"|[^;；,，、|\n]+/gu)]
    .map(([whole, quoted]) => (quoted === undefined ? whole.trim() : quoted.replaceAll('""', '"')))
    .filter((tag) => tag !== '')

/** @example joinTags(['a', 'b;c']) // 'a；"b;c"' */
export const joinTags = (tags: readonly string[]): string =>
  tags.map((tag) => (/[";；,，、|\n]/u.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join('；')

export const splitMails = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[;,、|\s]+/u)
    .map((mail) => mail.replace(/^(mailto:|<)|>$/giu, ''))
    .filter((mail) => mail !== '')
