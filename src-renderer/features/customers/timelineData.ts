// What a timeline line carries beside its text, by its kind.
import { z } from 'zod'
import type { TimelineEntry } from '@shared/api/timeline'

const followUp = z.object({
  way: z.string(),
  contactName: z.string().nullish(),
  result: z.string().nullish(),
  nextAt: z.number().nullish(),
  nextStep: z.string().nullish(),
})
const change = z.object({
  action: z.enum(['create', 'update', 'archive', 'restore']),
  fields: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
})

export function readLine({ kind, data }: TimelineEntry) {
  return {
    followUp: kind === 'followUp' ? followUp.safeParse(data).data : undefined,
    change: kind === 'change' ? change.safeParse(data).data : undefined,
  }
}

/** Lines by day, newest day first. */
export function byDay(
  lines: readonly TimelineEntry[],
  dayOf: (at: number) => string,
): { day: string; at: number; lines: TimelineEntry[] }[] {
  const days = new Map<string, TimelineEntry[]>()
  for (const line of lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line])
  return [...days].map(([day, own]) => ({ day, at: own[0]?.at ?? 0, lines: own }))
}
