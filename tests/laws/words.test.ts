import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '@shared/api/endpoint'
import { errorCodes } from '@shared/api/errors'
import { api } from '@shared/api/index'
import { en } from '@shared/locales/en/index'
import { zhCN } from '@shared/locales/zh-CN/index'

/** What the host does by itself is no endpoint, but stands in the log too. */
const main = fileURLToPath(new URL('../../src-main', import.meta.url))
const byItself = readdirSync(main, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(main, file), 'utf8').matchAll(/writeAsHost\(\s*\w+,\s*'(\w+)\.(\w+)'/g)])
  .map(([, room = '', name = '']) => ({ room, name }))

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
  expect(byItself.length).toBeGreaterThan(6)
  const wordless = [...paths, ...byItself].filter(({ room, name }) => {
    const whole = `${room}_${name}`
    if (known(words.changeSets.names, whole) || known(words.auditLog.paths, whole)) return false
    const verb = known(words.changeSets.deeds, name) || known(words.auditLog.deeds, name)
    const rooms = [words.entities, words.permissions.rooms, words.auditLog.rooms]
    return !verb || !rooms.some((from) => known(from, room))
  })
  expect(wordless).toEqual([])
})

// A rule a failure names is a key of the Chinese words by its type, wherever it comes from; the other language has the
// same keys. What schemas say is text, so they are asked.
test.each([
  ['zh-CN', zhCN],
  ['en', en],
])('every refusal has its words in %s', (_language, words) => {
  expect(Object.keys(words.errors.rules).sort()).toEqual(Object.keys(zhCN.errors.rules).sort())
  expect(Object.keys(words.reading.refusals).sort()).toEqual(Object.keys(zhCN.reading.refusals).sort())
  expect(saidBySchemas().filter((said) => !Object.hasOwn(words.errors.fields, said))).toEqual([])
  for (const code of errorCodes) expect(words.errors.codes[code]).toBeTruthy()
})

test('a refusal without words is noticed', () => {
  const planted = { room: { ask: { input: z.strictObject({ name: z.string().min(1, 'wordless') }) } } }
  expect(saidBySchemas(planted)).toContain('wordless')
})

/** The messages the input schemas have of their own; kinds of fields say theirs in many of them. */
function saidBySchemas(of: Record<string, Record<string, { input: z.ZodType }>> = api): string[] {
  const said = new Set<string>()
  const seen = new Set<unknown>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    for (const part of '_zod' in value ? [value._zod] : Object.values(value)) {
      if (typeof part === 'object') look(part && 'def' in part ? part.def : part)
    }
    if ('error' in value && typeof value.error === 'function') {
      const message: unknown = value.error({ code: 'custom', input: 'x', issues: [] })
      if (typeof message === 'string' && /^[a-z][A-Za-z]+$/.test(message)) said.add(message)
    }
  }
  for (const room of Object.values(of)) for (const { input } of Object.values(room)) look(input)
  return [...said].sort()
}
