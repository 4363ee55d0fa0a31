import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { tempFolder } from './parts/office'
import { buildProgram, environment } from './parts/program'

const mountPoint = tempFolder('full-disk')
const migrations = join(import.meta.dirname, '../../migrations')
afterAll(() => rmSync(mountPoint, { recursive: true, force: true }))

/** Runs a command on a disk of 16 MB that only it can see. */
const onSmallDisk = (command: string) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=16m tmpfs "${mountPoint}" && ${command}`], {
    encoding: 'utf8',
    env: environment,
  })

describe('a full disk', { timeout: 180_000 }, () => {
  const possible = onSmallDisk('true').status === 0

  const lived = async (fault = '') => {
    const program = await buildProgram('fullDiskProgram')
    const words = `ZHIKE_FAULT=${fault} exec "${process.execPath}" "${program}" "${mountPoint}/data" "${migrations}"`
    const run = onSmallDisk(words)
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout)
  }

  it('is told as such, nothing acknowledged is lost, and work goes on when there is room', async ({ skip }) => {
    skip(!possible, 'no small disk can be mounted here without rights')
    const { answers, left, acked, kept, damaged } = await lived()
    expect(answers).toEqual({
      save: 'storage:diskFull',
      saveAgain: 'storage:diskFull',
      backup: 'backup: diskFull',
      upload: 'storage:diskFull',
      attach: 'storage:diskFull',
      export: 'storage:diskFull',
      read: '',
      saveTight: '',
      attachTight: 'storage:diskFull',
      saveAfter: '',
      backupAfter: '',
      uploadAfter: '',
      attachAfter: '',
      exportAfter: '',
      backupWithFiles: '',
    })
    expect(left).toEqual([])
    expect(damaged).toEqual([])
    expect(kept.sort()).toEqual(acked.sort())
  })

  it('… and a swallowed error is noticed: an attachment said to be kept is not there', async ({ skip }) => {
    skip(!possible, 'no small disk can be mounted here without rights')
    const { answers, damaged } = await lived('swallow')
    expect(answers.attachTight).toBe('')
    expect(damaged).not.toEqual([])
  })
})
