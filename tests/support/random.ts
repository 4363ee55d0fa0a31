// Random choices that a seed repeats: a failing test names its seed.

export interface Random {
  /** 0 ≤ n < below. */
  whole(below: number): number
  chance(part: number): boolean
  pick<T>(from: readonly T[]): T
  some<T>(from: readonly T[], most: number): T[]
}

/** @example const random = seeded(7); random.pick(['a', 'b']) */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    whole,
    chance: (part) => next() < part,
    pick: (from) => from[whole(from.length)]!,
    some(from, most) {
      const left = [...from]
      return Array.from(
        { length: Math.min(left.length, 1 + whole(most)) },
        () => left.splice(whole(left.length), 1)[0]!,
      )
    },
  }
}
