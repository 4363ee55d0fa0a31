import { expect, test } from 'vitest'
import { api } from '@shared/api/index'
import { compared, elsewhere } from '../security/oracle/coverage'

const paths = Object.entries(api).flatMap(([room, endpoints]) =>
  Object.keys(endpoints).map((name) => `${room}.${name}`),
)
const room = (path: string): string => `${path.split('.')[0]}.*`

test('every endpoint is held against the oracle, or there is a reason why not', () => {
  expect(paths.filter((path) => !compared.includes(path) && !elsewhere[path] && !elsewhere[room(path)])).toEqual([])
})

test('no reason outlives its endpoint', () => {
  expect(compared.filter((path) => !paths.includes(path))).toEqual([])
  const known = [...paths, ...paths.map(room)]
  expect(Object.keys(elsewhere).filter((path) => !known.includes(path))).toEqual([])
})
