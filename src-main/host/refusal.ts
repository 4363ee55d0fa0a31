// What is said, and offered, when the office's file or its place cannot be used.
import { join } from 'node:path'
import { databaseName } from '@main/backup/manifest'
import type { Refusal, WayOn } from './office'
import { databaseWords, fill } from './words'

export interface RefusalWords {
  title: string
  /** One sentence a line. */
  lines: string[]
  /** Ways on, the best first; always ends with leaving. */
  choices: { id: string; label: string; way: WayOn | null }[]
}

/** @example refusalWords(start, dataDir).lines.join('\n') */
export function refusalWords(refusal: Refusal, dataDir: string): RefusalWords {
  const words = databaseWords()
  const leave = { id: 'quit', label: words.offer.quit, way: null }
  if (refusal.state === 'badPlace') return { title: words.title, lines: [placeLine(refusal, words)], choices: [leave] }
  const { code, details, backup } = refusal
  const lines = [fill(words.problems[code], details)]
  const choices: RefusalWords['choices'] = []
  if (code !== 'missing' && code !== 'renamed') lines.push(fill(words.untouched, { file: join(dataDir, databaseName) }))
  if (code === 'renamed') {
    choices.push({ id: 'useFile', label: words.offer.useCandidate, way: { useFile: String(details['candidate']) } })
  }
  if (backup === null) lines.push(words.offer.noBackup)
  else {
    const at = new Date(backup.createdAt).toLocaleString(words.locale)
    lines.push(fill(words.offer.backup, { at, reason: words.reasons[backup.reason] }))
    choices.push({ id: 'restore', label: words.offer.restore, way: { restore: backup.name } })
  }
  return { title: words.title, lines, choices: [...choices, leave] }
}

function placeLine(
  { place }: Extract<Refusal, { state: 'badPlace' }>,
  words: ReturnType<typeof databaseWords>,
): string {
  if (place.kind === 'network') return fill(words.location.network, { sign: place.sign })
  return fill(words.location.syncFolder, { product: words.location.products[place.product] })
}
