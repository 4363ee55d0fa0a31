import { expect, test } from 'vitest'
import { isReadyMadeName } from '@shared/features/roles/rules'

test('a ready-made role follows the reader’s language until the office calls it otherwise', () => {
  expect(isReadyMadeName('manager', '销售主管')).toBe(true)
  expect(isReadyMadeName('manager', '大区经理')).toBe(false)
  expect(isReadyMadeName('manager', '老板')).toBe(false)
})
