import { expect, it } from 'vitest'
import { birthdaysOn, nextBirthday } from '@shared/chineseCalendar'

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 10).getTime()

it('knows the next birthday by the solar calendar', () => {
  const next = (birthday: string, ...today: [number, number, number]) =>
    nextBirthday({ birthday, calendar: 'solar' }, at(...today))
  expect(next('1980-11-22', 2026, 11, 22)).toEqual({ on: '2026-11-22', days: 0, age: 46 })
  expect(next('--11-21', 2026, 11, 22)).toEqual({ on: '2027-11-21', days: 364, age: null })
  expect(next('1980-01-02', 2026, 12, 30)).toEqual({ on: '2027-01-02', days: 3, age: 47 })
  expect(next('2000-02-29', 2026, 2, 27)).toEqual({ on: '2026-02-28', days: 1, age: 26 })
  expect(next('2000-02-29', 2028, 2, 27)).toMatchObject({ on: '2028-02-29' })
  expect(next('soon', 2026, 2, 27)).toBeNull()
})

it('knows the next birthday by the lunar calendar, leap and short months too', () => {
  const next = (birthday: string, leapMonth: boolean, ...today: [number, number, number]) =>
    nextBirthday({ birthday, calendar: 'lunar', leapMonth }, at(...today))
  // 2025 has a leap sixth month from 07-25; 2026 has none
  expect(next('1960-06-06', false, 2025, 6, 1)).toMatchObject({ on: '2025-06-30' })
  expect(next('1960-06-06', true, 2025, 6, 1)).toMatchObject({ on: '2025-07-30' })
  expect(next('1960-06-06', true, 2026, 6, 1)).toMatchObject({ on: '2026-07-19', age: 66 })
  // 春节 2026 is 02-17; the twelfth month before it has 29 days
  expect(next('--01-01', false, 2026, 2, 1)).toEqual({ on: '2026-02-17', days: 16, age: null })
  expect(next('1970-12-30', false, 2026, 2, 1)).toMatchObject({ on: '2026-02-16', days: 15, age: 55 })
})

it('finds by key exactly whom it would congratulate on a day, for every day of years with and without leap months', () => {
  const everybody = [true, false].flatMap((leapMonth) =>
    ['02-29', '06-06', '06-30', '12-30'].flatMap((monthDay) =>
      (['solar', 'lunar'] as const).map((calendar) => ({ birthday: `--${monthDay}`, calendar, leapMonth })),
    ),
  )
  for (let day = at(2025, 2, 1); day < at(2026, 8, 1); day += 86_400_000) {
    const keys = birthdaysOn(day)
    const found = everybody.filter((one) =>
      keys.some(
        (key) =>
          key.calendar === one.calendar &&
          `--${key.monthDay}` === one.birthday &&
          (one.calendar === 'solar' || key.leapMonth === one.leapMonth),
      ),
    )
    const expected = everybody.filter(
      (one) => (one.calendar === 'lunar' || one.birthday < '--06-30') && nextBirthday(one, day)?.days === 0,
    )
    expect(
      found.map((one) => JSON.stringify(one)).filter((one) => expected.some((other) => JSON.stringify(other) === one)),
    ).toHaveLength(expected.length)
    for (const one of found)
      expect(nextBirthday(one, day)?.days, `${JSON.stringify(one)} on ${new Date(day).toISOString()}`).toBe(0)
  }
})
