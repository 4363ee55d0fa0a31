// Chance that can be repeated: the same seed throws the same numbers on every machine.

export interface Dice {
  /** From 0 up to, not including, 1. */
  part(): number
  below(limit: number): number
  of<T>(choices: readonly T[]): T
  digits(count: number): string
  letters(count: number): string
}

/** mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number): number => Math.floor(part() * limit)
  const times = (count: number, make: () => string): string => Array.from({ length: count }, make).join('')
  return {
    part,
    below,
    of: (choices) => choices[below(choices.length)] as never,
    digits: (count) => times(count, () => String(below(10))),
    letters: (count) => times(count, () => String.fromCharCode(97 + below(26))),
  }
}
