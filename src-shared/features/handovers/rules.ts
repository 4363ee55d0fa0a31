// What is worth saving of a leaver's customers: points for level, recency, frequency, an open next step and potential.

export interface WorthFacts {
  level: string | null
  /** Days since the last follow-up; null: never, or not to be known. */
  quietDays: number | null
  followUpsAYear: number | null
  hasNextStep: boolean
  /** Fen a year. */
  potential: number | null
}

export interface WorthPoints {
  level: number
  recency: number
  frequency: number
  nextStep: number
  potential: number
}

/** The first step that is reached gives its points. */
const stepped = (value: number | null, steps: readonly (readonly [least: number, points: number])[]): number =>
  value === null ? 0 : (steps.find(([least]) => value >= least)?.[1] ?? 0)

const levelPoints: Record<string, number> = { key: 30, normal: 15, low: 5 }
const yuan = 100

/** At most 30 + 25 + 15 + 10 + 20 = 100. */
export function worthOf({ level, quietDays, followUpsAYear, hasNextStep, potential }: WorthFacts): WorthPoints {
  return {
    level: level === null ? 0 : (levelPoints[level] ?? 0),
    recency: quietDays === null ? 0 : quietDays <= 30 ? 25 : quietDays <= 90 ? 15 : quietDays <= 180 ? 8 : 0,
    frequency: stepped(followUpsAYear, [
      [12, 15],
      [6, 10],
      [3, 6],
      [1, 3],
    ]),
    nextStep: hasNextStep ? 10 : 0,
    potential: stepped(potential, [
      [1_000_000 * yuan, 20],
      [200_000 * yuan, 12],
      [50_000 * yuan, 6],
      [1, 3],
    ]),
  }
}

export const sumOf = (points: WorthPoints): number =>
  Object.values(points).reduce((sum: number, n: number) => sum + n, 0)

/** What the leaver keeps: nothing, reading for some days, or nothing and no sign-in from the leave date on. */
export const remainingRights = ['none', 'read', 'disabled'] as const
