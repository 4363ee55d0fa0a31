// `npm test`: everything that can fail, in one go, with one closing line. `--desktop` adds the desktop journeys.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needChromium } from './chromium'

interface Counts {
  passed: number
  failed: number
  skipped: number
}
const none: Counts = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'zhike-test-'))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

interface Step {
  script: string
  /** Kept back and shown only on failure, so that steps running side by side do not mix. */
  quiet?: boolean
  words?: string[]
  env?: Record<string, string>
}

const run = ({ script, quiet = false, words = [], env = {} }: Step): Promise<boolean> =>
  new Promise((resolve) => {
    const began = Date.now()
    const child = spawn(npm, ['run', '--silent', script, ...(words.length ? ['--', ...words] : [])], {
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(said)
      console.log(`${code === 0 ? '✓' : '✗'} ${script} (${((Date.now() - began) / 1000).toFixed(0)} s)`)
      resolve(code === 0)
    })
  })

const checked = (fine: boolean): Counts => (fine ? none : { ...none, failed: 1 })

const readReport = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** At least one failure when the step failed without saying how many. */
const atLeast = (fine: boolean, counts: Counts): Counts => ({
  ...counts,
  failed: fine ? counts.failed : Math.max(1, counts.failed),
})

const vitest = async (): Promise<Counts> => {
  const file = join(reports, 'vitest.json')
  const fine = await run({
    script: 'vitest',
    words: ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
  })
  // Vitest's JSON report: these three are its documented totals.
  const said = readReport(file) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number }
  return atLeast(fine, {
    passed: said.numPassedTests ?? 0,
    failed: said.numFailedTests ?? 0,
    skipped: said.numPendingTests ?? 0,
  })
}

const journeys = async (script: string, env: Record<string, string>): Promise<Counts> => {
  const file = join(reports, `${script.replaceAll(':', '-')}.json`)
  const fine = await run({
    script,
    words: ['--reporter=line,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  // Playwright's JSON report: these are its documented totals.
  const said = readReport(file) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = said.stats ?? {}
  return atLeast(fine, { passed: expected + flaky, failed: unexpected, skipped })
}

const sum = (all: Counts[]): Counts =>
  all.reduce((total, one) => ({
    passed: total.passed + one.passed,
    failed: total.failed + one.failed,
    skipped: total.skipped + one.skipped,
  }))

const sideBySide = async (scripts: string[]): Promise<boolean[]> =>
  Promise.all(scripts.map((script) => run({ script, quiet: true })))

const everything = async (): Promise<Counts> => {
  const executable = needChromium()
  const first = await sideBySide(['lint', 'build'])
  const second = await sideBySide(['typecheck', 'deps', 'format:check'])
  const counts = [...first, ...second].map(checked)
  counts.push(await vitest())
  if (first[1] === true) {
    counts.push(await journeys('test:e2e', { ZHIKE_CHROMIUM: executable, ZHIKE_BUILT: '1' }))
    if (process.argv.includes('--desktop')) counts.push(await journeys('test:desktop', { ZHIKE_BUILT: '1' }))
  }
  return sum(counts)
}

const { passed, failed, skipped } = await everything()
console.log(`test: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
