// The rooms of the page, one line each.
import { gather, type RoomPages } from '@renderer/layout/rooms'
import { auditLogPages } from '@renderer/features/auditLog/index'
import { backupPages } from '@renderer/features/backup/index'
import { changeSetsPages } from '@renderer/features/changeSets/index'
import { contactsPages } from '@renderer/features/contacts/index'
import { customFieldsPages } from '@renderer/features/customFields/index'
import { customersPages } from '@renderer/features/customers/index'
import { duplicatesPages } from '@renderer/features/duplicates/index'
import { followUpsPages } from '@renderer/features/followUps/index'
import { importExportPages } from '@renderer/features/importExport/index'
import { attachmentsPages } from '@renderer/features/attachments/index'
import { commentsPages } from '@renderer/features/comments/index'
import { tasksPages } from '@renderer/features/tasks/index'
import { notificationsPages } from '@renderer/features/notifications/index'
import { pastingPages } from '@renderer/features/pasting/index'
import { tiesPages } from '@renderer/features/ties/index'
import { organizationPages } from '@renderer/features/organization/index'
import { rolesPages } from '@renderer/features/roles/index'
import { dataQualityPages } from '@renderer/features/dataQuality/index'
import { handoversPages } from '@renderer/features/handovers/index'
import { periodicListsPages } from '@renderer/features/periodicLists/index'
import { valuesPages } from '@renderer/features/values/index'
import { poolPages } from '@renderer/features/pool/index'
import { recycleBinPages } from '@renderer/features/recycleBin/index'
import { searchPages } from '@renderer/features/search/index'
import { sharingPages } from '@renderer/features/sharing/index'
import { settingsPages } from '@renderer/features/settings/index'
import { authPages } from '@renderer/features/auth/index'
import { todayPages } from '@renderer/features/today/index'
import { printTemplatesPages } from '@renderer/features/printTemplates/index'

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
  attachmentsPages,
  commentsPages,
  tasksPages,
  notificationsPages,
  duplicatesPages,
  pastingPages,
  tiesPages,
  organizationPages,
  rolesPages,
  poolPages,
  dataQualityPages,
  handoversPages,
  periodicListsPages,
  valuesPages,
  recycleBinPages,
  customFieldsPages,
  settingsPages,
  sharingPages,
  printTemplatesPages,
]

export const features = gather(rooms)
