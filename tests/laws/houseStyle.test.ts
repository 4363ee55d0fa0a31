import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap((floor) =>
  readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .map((file) => ({
      file: `${floor}/${file.replaceAll('\\', '/')}`,
      text: readFileSync(join(root, floor, file), 'utf8'),
    })),
)
const lines = sources.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b)
const quantile = (share: number): number => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('files are short: median 80 lines, nine of ten 180', () => {
  expect(quantile(0.5)).toBeLessThanOrEqual(80)
  expect(quantile(0.9)).toBeLessThanOrEqual(180)
})

test('nothing switches a check off', () => {
  expect(filesWith(/eslint-disable|@ts-(ignore|expect-error|nocheck)|prettier-ignore|v8 ignore/)).toEqual([])
})

test('no markup is ever taken from text', () => {
  expect(filesWith(/v-html|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('the same room name stands on every floor', () => {
  const rooms = (floor: string): string[] =>
    readdirSync(join(root, floor, 'features'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  const shared = new Set(rooms('src-shared'))
  expect(rooms('src-main').filter((room) => !shared.has(room))).toEqual([])
})

test('days are typed into the inputs that keep what cannot be read; the bare picker would put the old day back without a word', () => {
  const bare = sources
    .filter(({ file }) => file.endsWith('.vue') && !/records\/inputs\/(Day|DateTime)Input\.vue$/.test(file))
    .filter(({ text }) => (text.match(/<NDatePicker[^>]*>/gs) ?? []).some((tag) => !tag.includes('input-readonly')))
  expect(bare.map(({ file }) => file)).toEqual([])
})
