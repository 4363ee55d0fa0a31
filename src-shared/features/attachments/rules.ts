// What may be attached, and how it can be shown.

/** Bytes of one file at most. */
export const largestAttachment = 50 * 1024 * 1024
/** Files on one record at most. */
export const mostAttachments = 100

export type Preview = 'picture' | 'pdf' | 'text' | 'mail' | 'none'

const endings: Record<Exclude<Preview, 'none'>, readonly string[]> = {
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'avif'],
  pdf: ['pdf'],
  // looked at as plain characters, whatever they would mean elsewhere
  text: [
    'txt',
    'md',
    'csv',
    'tsv',
    'log',
    'json',
    'xml',
    'html',
    'htm',
    'svg',
    'ini',
    'yml',
    'yaml',
    'vcf',
    'ics',
    'sql',
  ],
  mail: ['eml'],
}

export const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** How a file is shown, by its name; what it really holds is looked at where it is shown. */
export function previewOf(name: string): Preview {
  const ending = endingOf(name)
  const kinds = ['picture', 'pdf', 'text', 'mail'] as const
  return kinds.find((kind) => endings[kind].includes(ending)) ?? 'none'
}
