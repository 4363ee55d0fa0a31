import { expect, it } from 'vitest'
import { ApiError } from '@shared/api/errors'
import { errorText, typedIsKept } from '@renderer/i18n/labels'

const kept = '您填的内容还在页面上'

it('says that what was typed is still there only where something was', () => {
  for (const error of [
    new ApiError('unavailable', { code: 'hostLost' }),
    new ApiError('storage', { code: 'diskFull' }),
    new ApiError('storage'),
  ]) {
    expect(errorText(error)).not.toContain(kept)
    typedIsKept(error)
    expect(errorText(error)).toContain(kept)
  }
  const refused = new ApiError('forbidden')
  typedIsKept(refused)
  expect(errorText(refused)).not.toContain(kept)
})
