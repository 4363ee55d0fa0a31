// A refusal to read a file, with a code of the closed list and the params its words need.
import type { RefusalCode, UnsupportedKind } from '@shared/features/importExport/reading'

export class ReadingError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`reading: ${code}`)
    this.name = 'ReadingError'
  }
}

/** @example throw unsupported('pdf') */
export const unsupported = (kind: UnsupportedKind): ReadingError => new ReadingError('unsupported', { kind })
