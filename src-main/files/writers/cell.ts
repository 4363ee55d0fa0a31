// A cell of a table on its way out. Texts that a spreadsheet program would run are neutralised by the writers.

export type Cell =
  | string
  | null
  | { number: number; as: 'plain' | 'money' }
  /** 'YYYY-MM-DD' */
  | { day: string }
  /** Epoch ms */
  | { at: number }

export interface WrittenColumn {
  heading: string
  /** Letters wide. */
  width?: number
  /** Kept out of sight, for what only we read. */
  hidden?: boolean
  /** Words to pick from. */
  choices?: readonly string[]
}

/** Takes rows as they come, never faster than the disk. */
export interface TableWriter {
  rows(rows: readonly (readonly Cell[])[]): Promise<void>
  end(): Promise<void>
}
