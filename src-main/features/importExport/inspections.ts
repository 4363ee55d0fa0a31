// What was found in the last files, so that going on from a look at one does not read all of it once more.
import type { Context } from '@main/api/context'
import type { FileStore } from '@main/files/store'
import { inspectFile } from '@main/files/readers/tableFile'
import type { FileInspection } from '@shared/features/importExport/reading'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'

const keptFiles = 10
const kept = new WeakMap<FileStore, Map<string, FileInspection>>()

interface Asked {
  token: string
  more?: string[] | undefined
  encoding?: string | undefined
  separator?: string | undefined
}

/** What was uploaded: its name as people call it, and how to read it. Refuses files that are not this person's. */
export function uploadedFiles(ctx: Context, asked: Asked & { language?: Language | undefined }) {
  const { token, more = [], language = 'zh-CN' } = asked
  const files = [token, ...more].map((one) => ctx.services.files.take(one, ctx.user.id))
  const [{ name, path } = { name: '', path: '' }] = files
  const { severalFiles } = wordsIn(language).imports.words
  return {
    name: files.length > 1 ? severalFiles.replace('{name}', name).replace('{n}', String(files.length)) : name,
    path,
    choices: {
      ...(asked.encoding === undefined ? {} : { encoding: asked.encoding }),
      ...(asked.separator === undefined ? {} : { separator: asked.separator }),
      ...(files.length > 1 ? { more: files.map((file) => ({ path: file.path, name: file.name })) } : {}),
    },
  }
}

/** @throws ReadingError */
export async function inspection(ctx: Context, asked: Asked, signal: AbortSignal): Promise<FileInspection> {
  const { path, choices } = uploadedFiles(ctx, asked)
  const found = kept.get(ctx.services.files) ?? new Map<string, FileInspection>()
  kept.set(ctx.services.files, found)
  const key = [asked.token, ...(asked.more ?? []), asked.encoding, asked.separator].join('|')
  const known = found.get(key)
  if (known) return known
  const made = await inspectFile(path, { ...choices, signal })
  found.set(key, made)
  for (const oldest of found.keys()) if (found.size > keptFiles) found.delete(oldest)
  return made
}
