// The tally of an import: what became of every row, and the first things that were not as they should be.
import type { ImportResult } from '@shared/features/importExport/endpoints'
import type { Problem } from '@shared/features/importExport/draft'
import type { ProblemCode } from '@shared/features/importExport/problemCode'

const shown = 100

export interface Tally {
  rows: number
  skipped: number
  /** Rows of a customer that an earlier row speaks of already. */
  joined: number
  createdCustomers: number
  createdContacts: number
  createdFollowUps: number
  photos: number
  updatedCustomers: Set<number>
  updatedContacts: Set<number>
  unchanged: number
  warnings: number
  warnedBy: Record<string, number>
  /** Line → code of each refused row. */
  refused: Map<number, string>
  problems: Problem[]
}

export const newTally = (): Tally => ({
  rows: 0,
  skipped: 0,
  joined: 0,
  createdCustomers: 0,
  createdContacts: 0,
  createdFollowUps: 0,
  photos: 0,
  updatedCustomers: new Set(),
  updatedContacts: new Set(),
  unchanged: 0,
  warnings: 0,
  warnedBy: {},
  refused: new Map(),
  problems: [],
})

export function tell(tally: Tally, problem: Problem): void {
  if (problem.warning) {
    tally.warnings++
    tally.warnedBy[problem.code] = (tally.warnedBy[problem.code] ?? 0) + 1
  } else tally.refused.set(problem.line, problem.code)
  keep(tally, problem)
}

/** However many warnings came before: what was refused is listed. */
function keep({ problems }: Tally, problem: Problem): void {
  if (problems.filter(({ warning }) => warning === problem.warning).length < shown) problems.push(problem)
}

export const refuse = (tally: Tally, line: number, code: ProblemCode, value = ''): void =>
  tell(tally, { line, column: '', value: value.slice(0, 200), code, warning: false })

export function addTally(sum: Tally, part: Tally): void {
  for (const key of [
    'rows',
    'skipped',
    'joined',
    'createdCustomers',
    'createdContacts',
    'createdFollowUps',
    'photos',
    'unchanged',
    'warnings',
  ] as const)
    sum[key] += part[key]
  for (const [code, times] of Object.entries(part.warnedBy)) sum.warnedBy[code] = (sum.warnedBy[code] ?? 0) + times
  for (const id of part.updatedCustomers) sum.updatedCustomers.add(id)
  for (const id of part.updatedContacts) sum.updatedContacts.add(id)
  for (const [line, code] of part.refused) sum.refused.set(line, code)
  for (const problem of part.problems) keep(sum, problem)
}

function countsOf(codes: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

export const resultOf = (
  tally: Tally,
  more: Pick<ImportResult, 'stopped' | 'changeSetId' | 'errorFile'>,
): ImportResult => ({
  rows: tally.rows,
  skipped: tally.skipped,
  joined: tally.joined,
  createdCustomers: tally.createdCustomers,
  updatedCustomers: tally.updatedCustomers.size,
  createdContacts: tally.createdContacts,
  updatedContacts: tally.updatedContacts.size,
  createdFollowUps: tally.createdFollowUps,
  photos: tally.photos,
  unchanged: tally.unchanged,
  refused: tally.refused.size,
  warnings: tally.warnings,
  refusedBy: countsOf(tally.refused.values()),
  warnedBy: tally.warnedBy,
  // refusals first: they are what has to be corrected
  problems: [...tally.problems]
    .sort((a, b) => Number(a.warning) - Number(b.warning) || a.line - b.line)
    .slice(0, shown),
  ...more,
})
