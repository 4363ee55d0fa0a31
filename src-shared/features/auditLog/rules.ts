// How much of the office's data one person takes in or out on one day, and when that is out of the ordinary.

/** `view`: customers opened, each once a day; `print` and `export`: records on paper or in files. */
export const volumeKinds = ['view', 'print', 'export'] as const
export type VolumeKind = (typeof volumeKinds)[number]

/** Nobody wonders at less, whatever is usual for the person. */
export const ordinary: Record<VolumeKind, number> = { view: 150, print: 50, export: 1000 }
/** Times a usual day. */
const much = 3

/** The middle one of the person's days with any; 0 for the first. */
export function usualOf(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** More than this on one day is told to whoever watches over the office. */
export const limitOf = (kind: VolumeKind, usual: number): number => Math.max(ordinary[kind], much * usual)
