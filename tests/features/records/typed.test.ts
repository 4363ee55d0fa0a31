import { describe, expect, it } from 'vitest'
import { typedDay, typedMoment, typedNumber } from '@shared/fields/typed'

const today = '2026-11-29'
const at = (text: string): number => new Date(text).getTime()

describe('what is typed into a field', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['26-1-5', '2026-01-05'],
    ['3月5日', '2026-03-05'],
    [' 12/3 ', '2026-12-03'],
  ])('%s is a day', (typed, day) => expect(typedDay(typed, today)).toBe(day))

  it.each(['2026', '2026-13-45', '2026-2-30', '2026-1', '明天', '12', '2026-1-155', '0026-1-1'])(
    '%s is no day',
    (typed) => expect(typedDay(typed, today)).toBeNull(),
  )

  it.each([
    ['2026-12-01 14:30', '2026-12-01T14:30'],
    ['2026/12/1 9点', '2026-12-01T09:00'],
    ['12月1日14：05', '2026-12-01T14:05'],
    ['2026-12-1', '2026-12-01T09:00'],
  ])('%s is a moment', (typed, moment) => expect(typedMoment(typed, today)).toBe(at(moment)))

  it.each(['2026-12-01 99:00', '14:30', '2026-12-01 下午', '2026-12-01 9:75'])('%s is no moment', (typed) =>
    expect(typedMoment(typed, today)).toBeNull(),
  )

  it.each([
    ['1,234.5', 1234.5],
    ['１，２００', 1200],
    ['-3', -3],
    ['.5', 0.5],
  ])('%s is a number', (typed, value) => expect(typedNumber(typed)).toBe(value))

  it.each(['很多', '1..2', '1e9', ''])('%s is no number', (typed) => expect(typedNumber(typed)).toBeNull())
})
