// Backs up or restores and says so. node restoreProgram.mjs (backup|restore) DATADIR [NAME]
import { join } from 'node:path'
import { makeBackup } from '@main/backup/make'
import { restoreBackup } from '@main/backup/restore'

const [, , what = '', dataDir = '', name = ''] = process.argv
const folder = join(dataDir, 'backups')
const now = Date.now

if (what === 'restore') await restoreBackup({ dataDir, folder, name, now })
else {
  const source = join(dataDir, 'zhike.db')
  await makeBackup({ source, attachments: join(dataDir, 'files'), folder, reason: 'manual', now })
}
process.stdout.write('done')
