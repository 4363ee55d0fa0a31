import { expect, it } from 'vitest'
import { askedPaths } from './oracle/asking'
import { compared } from './oracle/coverage'
import { compare } from './oracle/differential'

const decisions = Number(process.env['ZHIKE_DECISIONS'] ?? 100_000)
const seed = Number(process.env['ZHIKE_SEED'] ?? 1)

it(`nobody reads or changes what the rules do not allow (${decisions} decisions from seed ${seed})`, async () => {
  const began = performance.now()
  const { decided, offices, byQuestion } = await compare({ decisions, seed })
  process.stdout.write(
    `${decided} decisions in ${offices} offices, ${Math.round(performance.now() - began)} ms: ${JSON.stringify(byQuestion)}\n`,
  )
  expect(decided).toBeGreaterThanOrEqual(decisions)
  expect(compared.filter((path) => !askedPaths.has(path))).toEqual([])
}, 3_600_000)

it(`an import neither changes nor tells of what its maker may not (from seed ${seed})`, async () => {
  const only = ['bringIn', 'read', 'list', 'search', 'archive']
  expect(
    (await compare({ decisions: decisions / 20, seed, only, questions: 40 })).byQuestion['bringIn'],
  ).toBeGreaterThan(0)
}, 3_600_000)
