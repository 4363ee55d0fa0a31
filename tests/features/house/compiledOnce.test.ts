// SQLite tells nobody that it compiled a statement anew, but the driver makes the reader of its rows anew with it.
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '@main/database/open'
import { statement } from '@main/database/statements'

const original = globalThis.Function

afterEach(() => {
  globalThis.Function = original
})

function countCompiled(work: (run: number) => unknown): number {
  let made = 0
  const counting: ProxyHandler<FunctionConstructor> = {
    apply(target, that, given) {
      made += 1
      return Reflect.apply(target, that, given) as unknown
    },
  }
  globalThis.Function = new Proxy(original, counting)
  for (let run = 0; run < 5; run++) work(run)
  globalThis.Function = original
  return made
}

const db = openDatabase(':memory:')
db.exec(`CREATE TABLE visits (id INTEGER PRIMARY KEY, customer INTEGER, at INTEGER, words TEXT);
  CREATE INDEX visits_customer ON visits (customer, at);
  INSERT INTO visits (customer, at, words) WITH RECURSIVE counting (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counting LIMIT 2000)
    SELECT value % 50, value, 'said?' FROM counting`)

const asked = {
  'sorted and limited':
    'SELECT id, words FROM visits WHERE customer = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT ? OFFSET 0',
  'counted up to a bound': 'SELECT count(*) n FROM (SELECT 1 FROM visits WHERE customer = ? AND at >= ? LIMIT ?)',
}

test.each(Object.entries(asked))('a statement that is %s is compiled once', (_, sql) => {
  db.exec('ANALYZE')
  const bare = db.prepare(sql)
  // the fault itself: without this the test would pass by a driver that no longer tells
  expect(countCompiled((run) => bare.all(run, 0, 3))).toBe(5)
  expect(countCompiled((run) => statement(db, sql).all(run, 0, 3))).toBe(1)
})

test('a question mark in a text stays one', () => {
  const found = statement<[string], { words: string; given: string }>(
    db,
    `SELECT 'why?' || words AS words, ? AS given FROM visits WHERE words = 'said?' LIMIT 1`,
  ).get('who?')
  expect(found).toEqual({ words: 'why?said?', given: 'who?' })
})
