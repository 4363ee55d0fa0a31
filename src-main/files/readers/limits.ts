// What a file may cost at most. Measured: a hostile 4 MB workbook makes parsers use a gigabyte.

const MB = 1024 * 1024

export const limits = {
  textFileMb: 200,
  workbookFileMb: 100,
  expandedMb: 200,
  /** Expanded to packed, once the whole is larger than `ratioFromMb`: small files pack well by nature. */
  ratio: 200,
  ratioFromMb: 4,
  zipEntries: 10_000,
  /** Cells of a workbook that its parser holds in memory whole (.xls, .et, .ods, .xlsb, html). */
  heldCells: 1_000_000,
  /** Cells of an .xlsx, which is read as a stream: 100 000 customers with 40 columns. */
  streamedCells: 4_000_000,
  columns: 2_000,
  /** Letters in a cell, as Excel has it. */
  cellLetters: 32_767,
  /** Letters between a quote and its end; beyond that the quote is taken for a letter. */
  quotedLetters: 200_000,
  /** Letters of a line of text; what has no line ends is no table. */
  lineLetters: 4_000_000,
  photoMb: 2,
  sheets: 200,
} as const

export const bytes = (megabytes: number): number => megabytes * MB
