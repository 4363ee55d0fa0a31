// The rooms of the page, one line each.
import { gather, type RoomPages } from '@renderer/layout/rooms'
import { auditLogPages } from '@renderer/features/auditLog/index'
import { backupPages } from '@renderer/features/backup/index'
import { changeSetsPages } from '@renderer/features/changeSets/index'
import { importExportPages } from '@renderer/features/importExport/index'
import { recycleBinPages } from '@renderer/features/recycleBin/index'
import { settingsPages } from '@renderer/features/settings/index'
import { authPages } from '@renderer/features/auth/index'
import { todayPages } from '@renderer/features/today/index'

const rooms: readonly RoomPages[] = [
  authPages,
  todayPages,
  auditLogPages,
  backupPages,
  changeSetsPages,
  importExportPages,
  recycleBinPages,
  settingsPages,
]

export const features = gather(rooms)
