// Days as people count them: in the computer's own time zone, from midnight to midnight.

/** Epoch ms of midnight of the day of `at`, moved by `days`. */
export function startOfDay(at: number, days = 0): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

/** Whole days from the day of `from` to the day of `to`; summer time does not count. */
export const daysBetween = (from: number, to: number): number =>
  Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000)

/** A number as clocks and days show it: 7 → 07. */
export const twoDigits = (part: number | string): string => String(part).padStart(2, '0')

/** 'YYYY-MM-DD' of an instant. */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}
