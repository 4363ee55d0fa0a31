// Times of many runs, told by the middle one and by the one that only a twentieth exceed.

export interface Times {
  p50: number
  p95: number
  /** The longest. */
  most: number
  count: number
}

export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0, count: sorted.length }
}

export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export interface Bounds {
  /** At least and at most so many runs, and no further once so many ms have passed. */
  least: number
  most: number
  ms: number
}

/** Runs the works in turn, so that a busy moment of the machine falls on all alike. */
export async function inTurn(
  works: readonly ((run: number) => unknown)[],
  { least, most, ms }: Bounds,
): Promise<Times[]> {
  const all = works.map((): number[] => [])
  // caches and compiled code are what a day's work has; the first runs are not
  for (let run = 0; run < 3; run++) for (const work of works) await work(run)
  const began = performance.now()
  for (let run = 0; run < most && (run < least || performance.now() - began < ms); run++)
    for (const [i, work] of works.entries()) all[i]?.push(await timed(() => work(run)))
  return all.map(timesOf)
}
