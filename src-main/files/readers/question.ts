// What the host asks of the reading thread.
import type { ReadingChoices } from './openTable'

export type TableQuestion = ReadingChoices & { path: string } & (
    { ask: 'inspect' } | { ask: 'rows'; sheet: string; headerRow: number }
  )
