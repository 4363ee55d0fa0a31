import { expect, test } from 'vitest'
import { errorCodes, mayPass } from '@shared/api/errors'

test('trying again is offered only where it may help', () => {
  expect(errorCodes.filter((code) => !mayPass({ code }))).toEqual([
    'unknown',
    'signedOut',
    'forbidden',
    'invalid',
    'notFound',
    'rule',
  ])
})
