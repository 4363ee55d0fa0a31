// A word that nothing says any more is taken out of the locales, so that nobody translates or hunts it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { zhCN } from '@shared/locales/zh-CN/index'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap((floor) =>
  readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|vue)$/.test(file) && !/^locales\/(zh-CN|en)\//.test(file))
    .map((file) => readFileSync(join(root, floor, file), 'utf8')),
)
/** The host has no keys: it takes the words from their objects. */
const takers = sources.filter((text) =>
  /wordsIn\(|locales\/(zh-CN|en)\/|host\/words|\.\/words'|desktop\/language|\.\/language'/.test(text),
)

const leavesOf = (of: object, path: readonly string[] = []): string[] =>
  Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leavesOf(value, [...path, key]) : [[...path, key].join('.')],
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const hole = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g

/** `today.reasons.${reason}` may be any of the reasons. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split(hole).map(escaped).join('[^.]+(?:\\.[^.]+)*')}$`)

export function unusedIn(words: object, code: readonly string[], host: readonly string[]): string[] {
  const whole = code.join('\n')
  const written = new Set([...whole.matchAll(/['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
  const templates = [...whole.matchAll(/`([a-zA-Z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, one = '']) => one)
  const keys = [...new Set(templates)].filter((one) => !/\s/.test(one.replaceAll(hole, ''))).map(patternOf)
  const taken = host.join('\n')
  const isTaken = (key: string): boolean => {
    const [leaf = '', parent = ''] = key.split('.').reverse()
    const named = new RegExp(
      `(?:\\b(?:${parent}|words|t)|\\(\\))\\??\\.${leaf}\\b|\\{[^{}]*\\b${leaf}\\b[^{}]*\\} = |\\b${parent}\\??\\.?\\[`,
    )
    return named.test(taken)
  }
  return leavesOf(words).filter((key) => !written.has(key) && !keys.some((one) => one.test(key)) && !isTaken(key))
}

test('every word is said somewhere', () => {
  expect(unusedIn(zhCN, sources, takers)).toEqual([])
})

test('a word that nothing says is noticed', () => {
  const words = { room: { title: '一', gone: '二', why: { late: '三' }, paper: { day: '四', sign: '五' } } }
  const code = ["t('room.title')", 't(`room.why.${reason}`)']
  expect(unusedIn(words, code, ['const { paper } = words.room', 'paper.day'])).toEqual(['room.gone', 'room.paper.sign'])
})
