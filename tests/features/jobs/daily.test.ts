import { afterEach, expect, test } from 'vitest'
import { isNightDue } from '@main/jobs/daily'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** The hours, by the clock on the wall, at which the work of these days is found due when looked for every half hour. */
function nightsOf(from: string, until: string, hour: number): string[] {
  const nights: string[] = []
  let doneAt = new Date(`${from}T00:00`).getTime()
  for (let now = doneAt; now < new Date(`${until}T00:00`).getTime(); now += 1_800_000) {
    if (!isNightDue(now, { hour, doneAt })) continue
    doneAt = now
    const at = new Date(now)
    nights.push(`${at.getDate()}. ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`)
  }
  return nights
}

test('where clocks change there is one night a day, at its hour on the wall', () => {
  process.env['TZ'] = 'Europe/Berlin'
  // forward on the 29th: there is no 2:00
  expect(nightsOf('2026-03-28', '2026-03-31', 4)).toEqual(['28. 4:00', '29. 4:00', '30. 4:00'])
  expect(nightsOf('2026-03-28', '2026-03-31', 2)).toEqual(['28. 2:00', '29. 3:00', '30. 2:00'])
  expect(nightsOf('2026-03-28', '2026-03-31', 23)).toEqual(['28. 23:00', '29. 23:00', '30. 23:00'])
  // back on the 25th: 2:00 comes twice
  expect(nightsOf('2026-10-24', '2026-10-27', 2)).toEqual(['24. 2:00', '25. 2:00', '26. 2:00'])
  expect(nightsOf('2026-10-24', '2026-10-27', 23)).toEqual(['24. 23:00', '25. 23:00', '26. 23:00'])
})
