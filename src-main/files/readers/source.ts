// What every reader hands over: sheets whose lines can be walked as often as wanted, one line at a time.
import type {
  FileInspection,
  ReadingNote,
  RowFile,
  RowNote,
  SheetInfo,
  TableFormat,
} from '@shared/features/importExport/reading'

/** A line before its empty cells at the end are dropped. */
export interface Line {
  line: number
  cells: string[]
  notes?: RowNote[]
  files?: RowFile[]
  /** Columns over which a cell of this line reaches to the right: first → last, 0-based. */
  spans?: ReadonlyMap<number, number>
}

export interface SheetSource {
  name: string
  hidden: SheetInfo['hidden']
  /** Known from the format (vCard); otherwise guessed. */
  headerRow?: number
  lines(): Iterable<Line> | AsyncIterable<Line>
}

export interface TableSource {
  format: TableFormat
  text?: Pick<FileInspection, 'encoding' | 'bom' | 'separator'>
  sheets: SheetSource[]
  problems: ReadingNote[]
}
