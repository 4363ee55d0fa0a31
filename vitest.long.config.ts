// The long tests: those of `npm test` for reliability and security with more of everything, and those under long/.
// `npm run test:reliability`, `npm run test:security`; ZHIKE_SEED repeats a run.
import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

const { KILLS = '2000', CHECKPOINT_KILLS = '200', WRITERS = '30', CUTS = '5000' } = process.env
const { DECISIONS = '1000000', JUNK = '1000000' } = process.env

export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    exclude: ['tests/e2e/**', 'node_modules/**'],
    env: {
      ZHIKE_KILLS: KILLS,
      ZHIKE_CHECKPOINT_KILLS: CHECKPOINT_KILLS,
      ZHIKE_WRITERS: WRITERS,
      ZHIKE_CUTS: CUTS,
      ZHIKE_DECISIONS: DECISIONS,
      ZHIKE_JUNK: JUNK,
    },
    fileParallelism: false,
    testTimeout: 3_600_000,
  },
})
