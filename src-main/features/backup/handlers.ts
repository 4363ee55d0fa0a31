import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { isAbsolute, normalize, sep } from 'node:path'
import { handlersOf, type Context } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import { ofBackup } from '@main/api/failures'
import type { Manifest } from '@main/backup/manifest'
import { asBackupProblem } from '@main/backup/problem'
import { scheduleMinutes, type BackupService } from '@main/backup/service'
import { fail, type FieldMessage } from '@shared/api/errors'
import { backupEndpoints, type BackupRow } from '@shared/features/backup/endpoints'

export const backupHandlers = handlersOf(backupEndpoints, {
  list: (ctx) => ({ rows: rowsOf(serviceOf(ctx)) }),

  status(ctx) {
    const { newest, second, ...rest } = serviceOf(ctx).status()
    return {
      ...rest,
      verifiedAt: newest?.verifiedAt ?? null,
      second: second === null ? null : { verifiedAt: second.newest?.verifiedAt ?? null, failure: second.failure },
    }
  },

  create(ctx) {
    const backups = serviceOf(ctx)
    const jobId = ctx.services.jobs.start('backup.create', ctx.user.id, async () => {
      const { name } = await worded(backups.create('manual'))
      ctx.write((inner) => inner.about('backup', null, { name }))
      return { name }
    })
    return { jobId }
  },

  async verify(ctx, { name }) {
    const { good, damagedAttachments } = await worded(serviceOf(ctx).verify(name))
    return { good, damagedAttachments: damagedAttachments.length }
  },

  async restore(ctx, { name }) {
    // Told in the state that is about to be put away; the office tells it in the restored one as well.
    ctx.write((inner) => inner.about('backup', null, { name }))
    const { before, missingAttachments } = await worded(
      serviceOf(ctx).restore(name, { personId: ctx.user.id, actorId: ctx.user.actorId, device: ctx.user.device }),
    )
    return { before, missingAttachments: missingAttachments.length }
  },

  settings: (ctx) => ({
    secondFolder: readSetting(ctx.db, 'backup.secondFolder') || null,
    folder: serviceOf(ctx).folder,
    everyMinutes: scheduleMinutes,
  }),

  setSettings(ctx, { secondFolder }) {
    const folder = secondFolder === null ? '' : checkedFolder(secondFolder.trim(), ctx)
    ctx.about('backup', null, { before: readSetting(ctx.db, 'backup.secondFolder'), secondFolder: folder })
    writeSetting(ctx.db, 'backup.secondFolder', folder)
    ctx.publish('backup')
    return {}
  },
})

function serviceOf({ services }: Context): BackupService {
  if (services.backups === null) throw fail('unavailable', { code: 'noBackups' })
  return services.backups
}

// A second copy inside the data folder would be lost together with the first.
function checkedFolder(folder: string, { services }: Context): string {
  const refuse = (code: FieldMessage): Error => fail('invalid', { fields: { secondFolder: code } })
  const data = realpathSync(services.dataDir)
  const isInside = (path: string): boolean => path === data || path.startsWith(data + sep)
  if (!isAbsolute(folder)) throw refuse('folder')
  if (isInside(normalize(folder))) throw refuse('folderInside')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw refuse('folder')
  }
  const real = realpathSync(folder)
  if (isInside(real)) throw refuse('folderInside')
  return real
}

/** A backup's failure as a failure of the api: `rule` with the code of the problem. */
async function worded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw ofBackup(asBackupProblem(error))
  }
}

function rowsOf(backups: BackupService): BackupRow[] {
  const rows = new Map<string, BackupRow>()
  const put = (all: readonly Manifest[], place: 'main' | 'second'): void => {
    for (const { name, reason, createdAt, verifiedAt, counts, database, attachments } of all) {
      const places = [...(rows.get(name)?.places ?? []), place]
      const { count, bytes } = attachments
      rows.set(name, {
        name,
        reason,
        createdAt,
        verifiedAt,
        counts,
        size: database.size,
        attachments: { count, bytes },
        places,
      })
    }
  }
  put(backups.list(), 'main')
  put(backups.listSecond(), 'second')
  return [...rows.values()].sort((a, b) => b.createdAt - a.createdAt)
}
