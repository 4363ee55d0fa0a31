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

  it('is told as such, nothing acknowledged is lost, and work goes on when there is room', async ({ skip }) => {
    skip(!possible, 'no small disk can be mounted here without rights')
    const program = await buildProgram('fullDiskProgram')
    const run = onSmallDisk(`exec "${process.execPath}" "${program}" "${mountPoint}/data" "${migrations}"`)
    if (run.status !== 0) throw new Error(run.stderr)
    const { answers, left, acked, kept } = JSON.parse(run.stdout)
    expect(answers).toEqual({
      save: 'storage:diskFull',
      saveAgain: 'storage:diskFull',
      backup: 'backup: diskFull',
      upload: 'storage:diskFull',
      export: 'storage:diskFull',
      read: '',
      saveAfter: '',
      backupAfter: '',
      uploadAfter: '',
      exportAfter: '',
    })
    expect(left).toEqual([])
    expect(kept.sort()).toEqual(acked.sort())
  })
})
