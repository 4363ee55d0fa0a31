// Offices write the company once and leave the cell empty beside its further contacts; address books leave it empty
// for private people. Which of the two a table does shows in the first lines.

export type BlankCompany = 'above' | 'person'

/** 'above' only when it is plain: such rows follow a company and hold nothing but what belongs to a person. */
export function guessBlankCompany(
  mapping: Record<string, string>,
  samples: readonly (readonly string[])[],
): BlankCompany {
  const columnsOf = (pattern: RegExp): number[] =>
    Object.entries(mapping).flatMap(([column, target]) => (pattern.test(target) ? [Number(column)] : []))
  const [company] = columnsOf(/^customers\.name$/u)
  const people = columnsOf(/^contacts\.(name|familyName|givenName)$/u)
  const others = columnsOf(/^customers\.(?!name$|note$|tags$)/u)
  if (company === undefined || people.length === 0 || others.length === 0) return 'person'
  const cell = (row: readonly string[], column: number): boolean => (row[column]?.trim() ?? '') !== ''
  const blank = samples.filter((row) => !cell(row, company) && people.some((column) => cell(row, column)))
  const named = samples.filter((row) => cell(row, company))
  const begins = samples[0] !== undefined && cell(samples[0], company)
  const bare = blank.every((row) => others.every((column) => !cell(row, column)))
  const full = named.filter((row) => others.some((column) => cell(row, column))).length >= named.length / 2
  return blank.length > 0 && named.length > 0 && begins && bare && full ? 'above' : 'person'
}
