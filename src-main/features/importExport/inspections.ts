// What was found in the last files, so that going on from a look at one does not read all of it once more.
import type { Context } from '@main/api/context'
import type { FileStore } from '@main/files/store'
import { inspectFile } from '@main/files/readers/tableFile'
import type { FileInspection } from '@shared/features/importExport/reading'

const keptFiles = 10
const kept = new WeakMap<FileStore, Map<string, FileInspection>>()

interface Asked {
  token: string
  encoding?: string | undefined
  separator?: string | undefined
}

/** @throws ReadingError */
export async function inspection(ctx: Context, asked: Asked, signal: AbortSignal): Promise<FileInspection> {
  // refuses a file that is not this person's
  const { path } = ctx.services.files.take(asked.token, ctx.user.id)
  const found = kept.get(ctx.services.files) ?? new Map<string, FileInspection>()
  kept.set(ctx.services.files, found)
  const key = [asked.token, asked.encoding, asked.separator].join('|')
  const known = found.get(key)
  if (known) return known
  const made = await inspectFile(path, { ...choicesOf(asked), signal })
  found.set(key, made)
  for (const oldest of found.keys()) if (found.size > keptFiles) found.delete(oldest)
  return made
}

/** What the user said instead of the reader's guess. */
export const choicesOf = ({ encoding, separator }: Omit<Asked, 'token'>) => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(separator === undefined ? {} : { separator }),
})
