// The registry lines of a new room: which file, after what, which line.
import type { Names } from './roomFiles'

export interface RegistryLine {
  file: string
  /** The last match is where the line goes: after it, or at the end of the list it opens. */
  after: RegExp
  line: string
}

const locale = (language: string, title: string, { room }: Names): RegistryLine[] => [
  {
    file: `src-shared/locales/${language}/index.ts`,
    after: /^import .* from '\.\/.*'$/m,
    line: `import { ${room}, ${room}Record } from './${room}'`,
  },
  {
    file: `src-shared/locales/${language}/index.ts`,
    after: /^const described = \{$/m,
    line: `  ${room}: ${room}Record,`,
  },
  {
    file: `src-shared/locales/${language}/index.ts`,
    after: /^export const \w+(: Messages)? = \{$/m,
    line: `  ${room},`,
  },
  { file: `src-shared/locales/${language}/roles.ts`, after: /^ {2}rooms: \{$/m, line: `    ${room}: '${title}',` },
]

const host = ({ room }: Names): RegistryLine[] => [
  {
    file: 'src-main/features.ts',
    after: /^import .* from '\.\/features\/.*'$/m,
    line: `import { ${room} } from './features/${room}/entity'\nimport { ${room}Handlers } from './features/${room}/handlers'`,
  },
  { file: 'src-main/features.ts', after: /^const typed = \{$/m, line: `  ${room}: ${room}Handlers,` },
  { file: 'src-main/features.ts', after: /^export const entities = \[[^\]]*/m, line: room },
]

const api = ({ room }: Names): RegistryLine[] => [
  {
    file: 'src-shared/api/index.ts',
    after: /^import .* from '@shared\/features\/.*'$/m,
    line: `import { ${room}Endpoints } from '@shared/features/${room}/endpoints'`,
  },
  { file: 'src-shared/api/index.ts', after: /^export const api = \{$/m, line: `  ${room}: ${room}Endpoints,` },
  { file: 'src-shared/permissions.ts', after: /^export const roomActions = \{$/m, line: `  ${room}: recordActions,` },
  { file: 'src-shared/permissions.ts', after: /^export const scopedRooms = \[[^\]]*/m, line: `'${room}'` },
]

const page = ({ room }: Names): RegistryLine[] => [
  {
    file: 'src-renderer/features.ts',
    after: /^import .* from '@renderer\/features\/.*'$/m,
    line: `import { ${room}Pages } from '@renderer/features/${room}/index'`,
  },
  { file: 'src-renderer/features.ts', after: /^const rooms: readonly RoomPages\[\] = \[[^\]]*/m, line: `${room}Pages` },
]

export const registryLines = (names: Names): RegistryLine[] => [
  ...api(names),
  ...host(names),
  ...page(names),
  ...locale('zh-CN', names.chinese, names),
  ...locale('en', names.title, names),
]

/** The text with the line in its place; throws when the place is not found. */
export const insert = (text: string, { file, after, line }: RegistryLine): string => {
  const last = [...text.matchAll(new RegExp(after.source, 'gm'))].at(-1)
  if (!last) throw new Error(`${file} has no line like ${after.source}`)
  const at = last.index + last[0].length
  if (!last[0].includes('[')) return `${text.slice(0, at)}\n${line}${text.slice(at)}`
  const list = text.slice(0, at).trimEnd().replace(/,$/, '')
  return `${list}${list.endsWith('[') ? '' : ', '}${line}${text.slice(at)}`
}
