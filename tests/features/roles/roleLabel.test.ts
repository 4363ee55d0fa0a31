import { afterEach, expect, test, vi } from 'vitest'
import { speak } from '@renderer/i18n'
import { roleLabel } from '@renderer/i18n/roleLabel'

vi.stubGlobal('document', { documentElement: { lang: '' } })
afterEach(() => speak('zh-CN'))

test('a ready-made role is called in the reader’s language, until the office calls it otherwise', async () => {
  const made = { name: '销售主管', builtIn: 'manager' }
  expect(roleLabel(made)).toBe('销售主管')
  await speak('en')
  expect(roleLabel(made)).toMatch(/^[A-Z][a-z ]+$/)
  expect(roleLabel({ ...made, name: '大区经理' })).toBe('大区经理')
  expect(roleLabel({ name: '老板', builtIn: null })).toBe('老板')
})
