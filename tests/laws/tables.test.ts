// Answers arrive as they were given, however their rows travelled.
import { expect, test } from 'vitest'
import { withRows, withTable } from '@shared/api/tables'
import { diceOf } from '../bench/dice'

const travelled = (answer: unknown): unknown => withRows(JSON.parse(JSON.stringify(withTable(answer))))

test('rows of one kind travel as their names once and their values', () => {
  const rows = Array.from({ length: 5 }, (_, id) => ({ id, name: `第${id}号`, tags: ['a'], done: null }))
  const sent = withTable({ rows, next: null })
  expect(sent).toEqual({
    rows: { columns: ['id', 'name', 'tags', 'done'], values: rows.map(({ id, name }) => [id, name, ['a'], null]) },
    next: null,
  })
  expect(travelled({ rows, next: null })).toEqual({ rows, next: null })
})

test('what is no table travels as it is', () => {
  const row = { id: 1, name: 'a' }
  const others: unknown[] = [
    null,
    'rows',
    [row, row, row, row, row],
    { rows: [row, row] },
    { rows: [1, 2, 3, 4, 5, 6] },
    { rows: [row, row, row, row, { ...row, masked: ['name'] }] },
    { rows: [row, row, row, row, { name: 'a', id: 1 }] },
    { rows: [row, row, row, row, { id: 1 }] },
    { rows: [row, row, row, row, null] },
    { rows: [row, row, row, row, [1, 'a']] },
    { rows: [row, row, row, row, { id: 1, name: undefined }] },
  ]
  for (const answer of others) expect(withTable(answer)).toBe(answer)
})

test('any answers arrive as without a table', () => {
  const dice = diceOf(21)
  const value = (): unknown => dice.of([null, dice.below(9), dice.letters(2), [dice.below(3)], { a: dice.letters(1) }])
  const keys = ['id', 'name', 'rows', '__proto__', 'columns', 'values']
  for (let round = 0; round < 500; round++) {
    const names = keys.filter(() => dice.part() < 0.6)
    const rows = Array.from({ length: dice.below(9) }, () => {
      const cells = names.filter(() => dice.part() < 0.97).map((name): [string, unknown] => [name, value()])
      return Object.fromEntries(cells)
    })
    const answer = { rows, count: { value: rows.length } }
    expect(travelled(answer)).toEqual(JSON.parse(JSON.stringify(answer)))
  }
})
