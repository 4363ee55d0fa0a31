// `npm run new-feature -- quotes 报价 Quote`: makes the files of a room on all floors, and its registry lines.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { insert, registryLines } from './feature/registryLines'
import { roomFiles, type Names } from './feature/roomFiles'

const house = fileURLToPath(new URL('..', import.meta.url))

const singular = (room: string): string => {
  if (room.endsWith('ies')) return `${room.slice(0, -3)}y`
  return room.endsWith('s') ? room.slice(0, -1) : room
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const spaced = (word: string): string => capital(word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

export const namesOf = (room: string, chinese?: string, english?: string): Names => {
  const one = singular(room) === room ? `${room}Item` : singular(room)
  return {
    room,
    one,
    plural: capital(room),
    title: spaced(room),
    table: room.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    chinese: chinese ?? spaced(one),
    english: english ?? spaced(one),
  }
}

const format = (root: string, files: string[]): void => {
  const prettier = join(createRequire(import.meta.url).resolve('prettier/package.json'), '../bin/prettier.cjs')
  spawnSync(process.execPath, [prettier, '--write', '--log-level', 'warn', ...files], { cwd: root, stdio: 'inherit' })
}

/** Files made and files changed, in the order they are worth reading. */
export const makeRoom = (root: string, names: Names): string[] => {
  const made = Object.entries(roomFiles).map(([path, text]) => ({
    path: path.replaceAll('{room}', names.room).replaceAll('{plural}', names.plural),
    text: text(names),
  }))
  const taken = made.find(({ path }) => existsSync(join(root, path)))
  if (taken) throw new Error(`${taken.path} is there already`)
  const changed = new Map<string, string>()
  for (const line of registryLines(names)) {
    const text = changed.get(line.file) ?? readFileSync(join(root, line.file), 'utf8')
    changed.set(line.file, insert(text, line))
  }
  // Nothing is written before every place has been found.
  for (const { path, text } of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of changed) writeFileSync(join(root, path), text)
  return [...made.map(({ path }) => path), ...changed.keys()]
}

const run = (): void => {
  const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true })
  const [room, chinese, english] = positionals
  if (!room || !/^[a-z][a-zA-Z]+$/.test(room)) {
    console.log(
      'npm run new-feature -- ROOM [中文名] [English name]     ROOM is a plural noun in camelCase: quotes, workPlans',
    )
    process.exitCode = 2
    return
  }
  const root = values.root ?? house
  const files = makeRoom(root, namesOf(room, chinese, english))
  format(root, files)
  console.log(files.join('\n'))
  console.log('Next: npm run migrations, then npm test; README tells the rest.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run()
