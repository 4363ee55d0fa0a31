import { describe, expect, it } from 'vitest'
import { dayOf, monthOf, superfluous, weekOf, type Dated } from '@main/backup/thin'
import { chance } from './parts/office'

const hour = 3_600_000
const start = new Date(2025, 9, 27, 8).getTime()

/** Works some quarters of an hour on some days for `days` days, thinning after every backup as the service does. */
function live(seed: number, days: number) {
  const random = chance(seed)
  const ever: Dated[] = []
  let kept: Dated[] = []
  const idle = random() * 0.6
  for (let day = 0; day < days; day += 1) {
    if (random() < idle) continue
    const quarters = 1 + Math.floor(random() * 36)
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const createdAt = start + day * 24 * hour + quarter * (hour / 4) + Math.floor(random() * 60_000)
      const backup: Dated = { name: `${createdAt}`, createdAt, reason: random() < 0.02 ? 'beforeImport' : 'schedule' }
      ever.push(backup)
      kept.push(backup)
      const gone = new Set(superfluous(kept, createdAt))
      kept = kept.filter(({ name }) => !gone.has(name))
    }
  }
  return { ever, kept }
}

const lastPeriods = (backups: Dated[], periodOf: (at: number) => string, count: number): string[] =>
  [...new Set(backups.map(({ createdAt }) => periodOf(createdAt)))].slice(-count)

const newestOf = (backups: Dated[], periodOf: (at: number) => string, period: string): Dated | undefined =>
  backups.findLast(({ createdAt }) => periodOf(createdAt) === period)

describe('thinning', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps the last state of 14 days, 8 weeks and 12 months (seed %i)', (seed) => {
    const { ever, kept } = live(seed, 420)
    for (const [periodOf, count] of [
      [dayOf, 14],
      [weekOf, 8],
      [monthOf, 12],
    ] as const) {
      for (const period of lastPeriods(ever, periodOf, count))
        expect(kept, `${period}`).toContainEqual(newestOf(ever, periodOf, period))
    }
    expect(kept).toContainEqual(ever.at(-1))
    expect(kept.length).toBeLessThanOrEqual(14 + 8 + 12 + 3 + 3 + 9)
  })

  it('never goes below three, however old they are', () => {
    for (let seed = 1; seed < 40; seed += 1) {
      const random = chance(seed)
      const count = Math.floor(random() * 6)
      const backups: Dated[] = Array.from({ length: count }, (_, at) => ({
        name: `${at}`,
        createdAt: start - random() * 4000 * 24 * hour,
        reason: 'schedule',
      }))
      expect(count - superfluous(backups, start).length).toBeGreaterThanOrEqual(Math.min(3, count))
    }
  })

  it('keeps what was made by hand or before an import for a while', () => {
    const at = (minutes: number): number => start + minutes * 60_000
    const backups: Dated[] = [
      { name: 'import', createdAt: at(0), reason: 'beforeImport' },
      ...Array.from({ length: 30 }, (_, i): Dated => ({
        name: `${i}`,
        createdAt: at(15 + i * 15),
        reason: 'schedule',
      })),
    ]
    expect(superfluous(backups, at(500))).not.toContain('import')
    expect(superfluous(backups, at(500)).length).toBeGreaterThan(15)
  })

  it('keeps the way back from the sample company, however long one stays there', () => {
    const day = (days: number): number => start + days * 24 * hour
    const backups: Dated[] = [
      { name: 'own', createdAt: day(0), reason: 'beforeDemo' },
      ...Array.from({ length: 600 }, (_, i): Dated => ({ name: `${i}`, createdAt: day(i + 1), reason: 'schedule' })),
    ]
    expect(superfluous(backups, day(601))).not.toContain('own')
  })

  it('knows weeks from Monday to Sunday, across the end of a year and a change of clocks', () => {
    expect(weekOf(new Date(2026, 0, 1, 3).getTime())).toBe('2025-12-29')
    expect(weekOf(new Date(2026, 10, 22, 23, 59).getTime())).toBe('2026-11-16')
    expect(monthOf(new Date(2026, 10, 30, 23, 59).getTime())).toBe('2026-11')
  })
})
