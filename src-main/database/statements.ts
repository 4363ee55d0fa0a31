// Prepared statements, kept for each connection by their SQL text.
import type BetterSqlite3 from 'better-sqlite3'
import type { Db } from './open'

type Prepared<P extends unknown[], R> = BetterSqlite3.Statement<P, R>

// Lists build SQL from their filters; the oldest texts make room for new ones.
const keptPerConnection = 500

const kept = new WeakMap<Db, Map<string, Prepared<unknown[], unknown>>>()

/**
 * SQLite compiles a statement anew each time a value is bound to a parameter that its plan may depend on: where rows
 * are sorted or limited, and everywhere once there are samples of an index (sqlite_stat4). That costs ten times what
 * running it takes. A sign before the parameter changes nothing else, and hides the value from the planner.
 */
const plannedOnce = (sql: string): string => sql.replace(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? '+?' : part))

/**
 * The prepared statement of this text on this connection, prepared once.
 * It is shared: never call pluck(), raw(), safeIntegers() or bind() on it.
 * @example statement<[number], { name: string }>(db, 'SELECT name FROM customers WHERE id = ?').get(7)
 */
export function statement<P extends unknown[] = unknown[], R = unknown>(db: Db, sql: string): Prepared<P, R> {
  const ofDb = kept.get(db) ?? new Map<string, Prepared<unknown[], unknown>>()
  kept.set(db, ofDb)
  let found = ofDb.get(sql)
  // A statement still being iterated cannot be run again: the nested call gets its own.
  if (found?.busy) found = db.prepare(plannedOnce(sql))
  else {
    // moved to the end only where room may become short: most calls are of the same few texts
    if (found && ofDb.size > keptPerConnection / 2) ofDb.delete(sql)
    if (!found || ofDb.size > keptPerConnection / 2) ofDb.set(sql, (found ??= db.prepare(plannedOnce(sql))))
    if (ofDb.size > keptPerConnection) ofDb.delete(oldestOf(ofDb))
  }
  // The caller names the row and parameter types of its own SQL; the driver cannot know them.
  return found as unknown as Prepared<P, R>
}

function oldestOf(texts: Map<string, unknown>): string {
  for (const text of texts.keys()) return text
  return ''
}
