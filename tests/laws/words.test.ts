import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { errorCodes } from '@shared/api/errors'
import { api } from '@shared/api/index'
import { en } from '@shared/locales/en/index'
import { zhCN } from '@shared/locales/zh-CN/index'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['src-main', 'src-shared']
  .flatMap((floor) =>
    readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' }).map((file) => join(root, floor, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.includes('locales'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const found = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map((match) => match[1]!))].sort()

test.each([
  ['zh-CN', zhCN],
  ['en', en],
])('whatever is written down in the audit log has its words in %s', (_language, words) => {
  const known = (from: object, name: string): boolean => name in from
  const paths = Object.entries(api).flatMap(([room, ofRoom]) =>
    Object.entries(ofRoom)
      .filter(([, endpoint]: [string, Endpoint]) => endpoint.kind !== 'query')
      .map(([name]) => ({ room, name })),
  )
  const wordless = paths.filter(({ room, name }) => {
    const whole = `${room}_${name}`
    if (known(words.changeSets.names, whole) || known(words.auditLog.paths, whole)) return false
    const verb = known(words.changeSets.deeds, name) || known(words.auditLog.deeds, name)
    const rooms = [words.entities, words.permissions.rooms, words.auditLog.rooms]
    return !verb || !rooms.some((from) => known(from, room))
  })
  expect(wordless).toEqual([])
})

test.each([
  ['zh-CN', zhCN],
  ['en', en],
])('every refusal has its words in %s', (_language, words) => {
  const rules: Record<string, string> = words.errors.rules
  expect(
    found(/fail\('(?:rule|unavailable|forbidden|storage|signedOut|throttled)', \{\s*code: '(\w+)'/g).filter(
      (code) => !rules[code],
    ),
  ).toEqual([])
  const fields: Record<string, string> = words.errors.fields
  const named = [
    /fail\('invalid', \{\s*fields: \{ \[?\w+\]?: '(\w+)'/g,
    /refuse\([^,]+, '(\w+)'/g,
    /problems\[[^\]]+\] = '(\w+)'/g,
    /\[key, '(\w+)'\]/g,
  ]
  expect(named.flatMap(found).filter((code) => !fields[code])).toEqual([])
  for (const code of errorCodes) expect(words.errors.codes[code]).toBeTruthy()
})
