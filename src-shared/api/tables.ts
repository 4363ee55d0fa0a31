// Rows of one kind travel as a table: the names of their fields once, then their values. A page of a list is half as
// long so, and writing and reading it is what a call takes longest over.

interface Table {
  columns: readonly string[]
  values: readonly (readonly unknown[])[]
}

/** Fewer rows are not worth it. */
const leastRows = 5

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An answer as it travels: its `rows` as a table if all of them have the same fields in the same order.
 * No answer has `rows` that are an object by themselves (tests/laws/endpoints).
 */
export function withTable(answer: unknown): unknown {
  if (!isObject(answer) || !Array.isArray(answer['rows'])) return answer
  const table = tableOf(answer['rows'])
  return table ? { ...answer, rows: table } : answer
}

function tableOf(rows: readonly unknown[]): Table | null {
  const [first] = rows
  if (rows.length < leastRows || !isObject(first)) return null
  const columns = Object.keys(first)
  // to write it into a row would be to give the row another prototype
  if (columns.includes('__proto__')) return null
  const values: unknown[][] = []
  for (const row of rows) {
    const cells = isObject(row) ? cellsOf(row, columns) : null
    if (!cells) return null
    values.push(cells)
  }
  return { columns, values }
}

function cellsOf(row: Record<string, unknown>, columns: readonly string[]): unknown[] | null {
  const cells: unknown[] = []
  for (const key in row) {
    // what is not there does not travel, in a table either
    if (key !== columns[cells.length] || row[key] === undefined) return null
    cells.push(row[key])
  }
  return cells.length === columns.length ? cells : null
}

/** The answer as it was given. */
export function withRows(answer: unknown): unknown {
  if (!isObject(answer) || !isObject(answer['rows'])) return answer
  // written by withTable
  const { columns, values } = answer['rows'] as unknown as Table
  return { ...answer, rows: values.map((cells) => rowOf(columns, cells)) }
}

function rowOf(columns: readonly string[], cells: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  columns.forEach((column, at) => (row[column] = cells[at]))
  return row
}

/** For the links of a client: what comes back is unpacked before anybody sees it. */
export const readingTables = async (options: { next(): Promise<unknown> }): Promise<unknown> =>
  withRows(await options.next())
