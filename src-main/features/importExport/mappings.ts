// What an office once said the columns of such a table mean, found again by its headings in any order.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { type Mapping, plainHeading } from '@shared/features/importExport/guessMapping'
import { targetAt } from './ownTargets'

/** The reason a row was refused stands in a column of our own. */
const ours = /^(原因|reason)$/u

/** Heading → its name among its like: the second 'phone' is 'phone#2'. */
function namesOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const plain = plainHeading(heading)
    const nth = (seen.get(plain) ?? 0) + 1
    seen.set(plain, nth)
    return nth === 1 ? plain : `${plain}#${nth}`
  })
}

const keyOf = (names: readonly string[]): string => JSON.stringify(names.filter((name) => !ours.test(name)).sort())

/** Null when these headings were never seen. */
export function rememberedMapping(ctx: Context, headings: readonly string[]): Mapping | null {
  const names = namesOf(headings)
  if (names.every((name) => /^(#\d+)?$/u.test(name))) return null
  const row = statement<[string], { mapping: string }>(
    ctx.db,
    'SELECT mapping FROM import_mappings WHERE headings = ?',
  ).get(keyOf(names))
  if (!row) return null
  // written by rememberMapping only
  const byName = JSON.parse(row.mapping) as Record<string, string>
  const found = names.map((name, column): [string, string | undefined] => [
    String(column),
    ours.test(name) ? 'skip' : byName[name],
  ])
  return Object.fromEntries(
    found.filter((pair): pair is [string, string] => pair[1] !== undefined && targetAt(ctx, pair[1]) !== undefined),
  )
}

/** The newest answer counts for the whole office. */
export function rememberMapping(ctx: Context, headings: readonly string[], mapping: Mapping): void {
  const names = namesOf(headings)
  const byName = Object.fromEntries(names.flatMap((name, column) => (mapping[column] ? [[name, mapping[column]]] : [])))
  statement(
    ctx.db,
    'INSERT INTO import_mappings (headings, mapping, used_at) VALUES (?, ?, ?) ON CONFLICT (headings) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at',
  ).run(keyOf(names), JSON.stringify(byName), ctx.now)
}
