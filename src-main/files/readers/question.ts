// What the host asks of the reading thread.
import type { CardFile } from './cardFiles'
import type { ReadingChoices } from './openTable'

export type TableQuestion = ReadingChoices & { path: string; more?: CardFile[] } & (
    { ask: 'inspect' } | { ask: 'rows'; sheet: string; headerRow: number }
  )
