// What the forms that make customers ask before they make one that is there already.
import { expect, test } from 'vitest'
import { nextTick, reactive, shallowRef } from 'vue'
import { useAnother } from '@renderer/records/form/useAnother'
import { type ApiError, fail } from '@shared/api/errors'
import type { Taken } from '@shared/features/duplicates/rules'

const taken: Taken = { id: 1, name: '德力', reasons: ['phone'], score: 0.9 }

test('the first press asks, the second goes on, and whoever types something else is asked again', async () => {
  const values = reactive({ name: '德力' })
  const { asks, sure, weigh } = useAnother(() => [values], [])
  expect(asks()).toBe(false)
  weigh([taken])
  expect([asks(), sure.value]).toEqual([true, true])
  expect(asks()).toBe(false)
  values.name = '某信'
  await nextTick()
  expect(sure.value).toBe(false)
  expect(asks()).toBe(true)
})

test('what only the host knew of is asked by its refusal', async () => {
  const refusal = shallowRef<ApiError | null>(null)
  const { asks, sure } = useAnother(() => null, [refusal])
  refusal.value = fail('rule', { code: 'diskFull' })
  await nextTick()
  expect(sure.value).toBe(false)
  refusal.value = fail('rule', { code: 'duplicateUnseen' })
  await nextTick()
  expect([sure.value, asks()]).toEqual([true, false])
})
