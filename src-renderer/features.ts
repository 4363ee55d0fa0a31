// The rooms of the page, one line each.
import { gather, type RoomPages } from '@renderer/layout/rooms'
import { auditLogPages } from '@renderer/features/auditLog/index'
import { backupPages } from '@renderer/features/backup/index'
import { changeSetsPages } from '@renderer/features/changeSets/index'
import { contactsPages } from '@renderer/features/contacts/index'
import { customersPages } from '@renderer/features/customers/index'
import { followUpsPages } from '@renderer/features/followUps/index'
import { importExportPages } from '@renderer/features/importExport/index'
import { notificationsPages } from '@renderer/features/notifications/index'
import { organizationPages } from '@renderer/features/organization/index'
import { rolesPages } from '@renderer/features/roles/index'
import { poolPages } from '@renderer/features/pool/index'
import { recycleBinPages } from '@renderer/features/recycleBin/index'
import { searchPages } from '@renderer/features/search/index'
import { sharingPages } from '@renderer/features/sharing/index'
import { settingsPages } from '@renderer/features/settings/index'
import { authPages } from '@renderer/features/auth/index'
import { todayPages } from '@renderer/features/today/index'

const rooms: readonly RoomPages[] = [
  authPages,
  todayPages,
  customersPages,
  contactsPages,
  followUpsPages,
  searchPages,
  auditLogPages,
  backupPages,
  changeSetsPages,
  importExportPages,
  notificationsPages,
  organizationPages,
  rolesPages,
  poolPages,
  recycleBinPages,
  settingsPages,
  sharingPages,
]

export const features = gather(rooms)
