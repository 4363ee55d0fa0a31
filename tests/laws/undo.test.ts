// Nobody is asked "are you sure": what was done is told with its undo.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'

const floor = fileURLToPath(new URL('../../src-renderer', import.meta.url))
const sources = readdirSync(floor, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(floor, file), 'utf8') }))
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('nothing is asked before it is done, but for leaving what was typed', () => {
  expect(filesWith(/\bconfirm\(|useDialog|popconfirm/i)).toEqual(['records/form/useLeaveGuard.ts'])
})

/** Commands sent past useCommand, and who tells what they did. */
const pastUseCommand: Record<string, string> = {
  'attachments.add': 'told for all files together, with the undo of their set',
  'attachments.open': 'reading, but written down',
  'auth.actFor': 'the page becomes that of the other',
  'auth.lock': 'the page becomes the lock',
  'auth.signIn': 'the page becomes the program',
  'auth.signOut': 'the page becomes the sign-in',
  'auth.unlock': 'the lock goes',
  'bulkEdit.run': 'told with its set by useBulkEdit',
  'bulkEdit.start': 'told with its set by useBulkEdit',
  'changeSets.undo': 'is the undo, told with its own',
  'changeSets.undoLarge': 'is the undo, told with its own',
  'comments.seen': 'reading, but written down',
  'customFields.keepFile': 'kept for a form that is not saved yet',
  'customFields.openFile': 'reading, but written down',
  'demo.fill': 'the sample company, beside one’s own',
  'files.append': 'a piece of a file on its way',
  'files.begin': 'a piece of a file on its way',
  'importExport.compareEdits': 'only compares',
  'importExport.dryRun': 'only tries',
  'importExport.export': 'a file is saved',
  'importExport.inspect': 'only looks',
  'importExport.run': 'the page of the outcome has its undo',
  'importExport.takeEdits': 'told with its set by the dialog',
  'jobs.cancel': 'stops what was begun',
  'settings.setPreference': 'how one’s own window looks',
  'sharing.set': 'told with its set by the dialog',
}

test('whoever writes goes through useCommand, which tells it with its undo', () => {
  const endpoints: Record<string, Record<string, Endpoint>> = api
  const sent = sources.flatMap(({ text }) => [...text.matchAll(/\bapi\s*\.(\w+)\s*\.(\w+)\s*\(/g)])
  const commands = sent
    .filter(([, room = '', name = '']) => (endpoints[room]?.[name]?.kind ?? 'query') !== 'query')
    .map(([, room, name]) => `${room}.${name}`)
  expect([...new Set(commands)].sort()).toEqual(Object.keys(pastUseCommand).sort())
  const rawWrites = sources.filter(({ text }) => /\bcall\([^)]*'(create|update|archive|restore|set\w*)'/.test(text))
  expect(rawWrites.map(({ file }) => file)).toEqual(['records/form/useSaveRecord.ts'])
})

test('a way around would be noticed', () => {
  expect(/\bapi\s*\.(\w+)\s*\.(\w+)\s*\(/.test('await api.customers\n  .archive({ id })')).toBe(true)
  expect(/\bconfirm\(|useDialog|popconfirm/i.test('if (window.confirm(text))')).toBe(true)
})
