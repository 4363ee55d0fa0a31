import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { makeRoom, namesOf } from '../../../tools/newFeature'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const registries = [
  'src-shared/api/index.ts',
  'src-shared/permissions.ts',
  'src-shared/locales/zh-CN/index.ts',
  'src-shared/locales/zh-CN/roles.ts',
  'src-shared/locales/en/index.ts',
  'src-shared/locales/en/roles.ts',
  'src-main/features.ts',
  'src-renderer/features.ts',
]
const houses: string[] = []
afterEach(() => houses.splice(0).forEach((house) => rmSync(house, { recursive: true, force: true })))

const registriesOnly = (): string => {
  const house = mkdtempSync(join(tmpdir(), 'zhike-room-'))
  houses.push(house)
  for (const file of registries) cpSync(join(root, file), join(house, file))
  return house
}

test('a room gets its files on every floor and a line in every registry', () => {
  const house = registriesOnly()
  const files = makeRoom(house, namesOf('workPlans', '工作计划', 'Work plan'))
  expect(files.filter((file) => !existsSync(join(house, file)))).toEqual([])
  for (const floor of ['src-shared', 'src-main', 'src-renderer', 'tests'])
    expect(existsSync(join(house, floor, 'features/workPlans'))).toBe(true)
  for (const file of registries) expect(readFileSync(join(house, file), 'utf8'), file).toContain('workPlans')
  expect(readFileSync(join(house, 'src-main/features/workPlans/tables.ts'), 'utf8')).toContain("'work_plans'")
})

test('a room that stands already is left alone', () => {
  const house = registriesOnly()
  makeRoom(house, namesOf('quotes'))
  const before = readFileSync(join(house, 'src-main/features.ts'), 'utf8')
  expect(() => makeRoom(house, namesOf('quotes'))).toThrow('is there already')
  expect(readFileSync(join(house, 'src-main/features.ts'), 'utf8')).toBe(before)
})

test('when a registry is not as expected, nothing at all is written', () => {
  const house = registriesOnly()
  writeFileSync(join(house, 'src-renderer/features.ts'), '')
  expect(() => makeRoom(house, namesOf('quotes'))).toThrow('src-renderer/features.ts')
  expect(existsSync(join(house, 'src-shared/features/quotes'))).toBe(false)
})
