// The whole api on one screen: room → endpoints.
import { auditLogEndpoints } from '@shared/features/auditLog/endpoints'
import { authEndpoints } from '@shared/features/auth/endpoints'
import { backupEndpoints } from '@shared/features/backup/endpoints'
import { bulkEditEndpoints } from '@shared/features/bulkEdit/endpoints'
import { changeSetsEndpoints } from '@shared/features/changeSets/endpoints'
import { contactsEndpoints } from '@shared/features/contacts/endpoints'
import { customFieldsEndpoints } from '@shared/features/customFields/endpoints'
import { customersEndpoints } from '@shared/features/customers/endpoints'
import { dataQualityEndpoints } from '@shared/features/dataQuality/endpoints'
import { demoEndpoints } from '@shared/features/demo/endpoints'
import { duplicatesEndpoints } from '@shared/features/duplicates/endpoints'
import { filesEndpoints } from '@shared/features/files/endpoints'
import { followUpsEndpoints } from '@shared/features/followUps/endpoints'
import { handoversEndpoints } from '@shared/features/handovers/endpoints'
import { importExportEndpoints } from '@shared/features/importExport/endpoints'
import { jobsEndpoints } from '@shared/features/jobs/endpoints'
import { attachmentsEndpoints } from '@shared/features/attachments/endpoints'
import { commentsEndpoints } from '@shared/features/comments/endpoints'
import { tasksEndpoints } from '@shared/features/tasks/endpoints'
import { notificationsEndpoints } from '@shared/features/notifications/endpoints'
import { organizationEndpoints } from '@shared/features/organization/endpoints'
import { periodicListsEndpoints } from '@shared/features/periodicLists/endpoints'
import { poolEndpoints } from '@shared/features/pool/endpoints'
import { recycleBinEndpoints } from '@shared/features/recycleBin/endpoints'
import { rolesEndpoints } from '@shared/features/roles/endpoints'
import { searchEndpoints } from '@shared/features/search/endpoints'
import { settingsEndpoints } from '@shared/features/settings/endpoints'
import { sharingEndpoints } from '@shared/features/sharing/endpoints'
import { pastingEndpoints } from '@shared/features/pasting/endpoints'
import { tiesEndpoints } from '@shared/features/ties/endpoints'
import { todayEndpoints } from '@shared/features/today/endpoints'
import { valuesEndpoints } from '@shared/features/values/endpoints'
import { viewsEndpoints } from '@shared/features/views/endpoints'
import { printTemplatesEndpoints } from '@shared/features/printTemplates/endpoints'
import type { ApiCaller } from './endpoint'

export const api = {
  printTemplates: printTemplatesEndpoints,
  auditLog: auditLogEndpoints,
  auth: authEndpoints,
  backup: backupEndpoints,
  bulkEdit: bulkEditEndpoints,
  changeSets: changeSetsEndpoints,
  contacts: contactsEndpoints,
  customFields: customFieldsEndpoints,
  customers: customersEndpoints,
  dataQuality: dataQualityEndpoints,
  demo: demoEndpoints,
  duplicates: duplicatesEndpoints,
  files: filesEndpoints,
  followUps: followUpsEndpoints,
  handovers: handoversEndpoints,
  importExport: importExportEndpoints,
  jobs: jobsEndpoints,
  attachments: attachmentsEndpoints,
  comments: commentsEndpoints,
  tasks: tasksEndpoints,
  notifications: notificationsEndpoints,
  organization: organizationEndpoints,
  periodicLists: periodicListsEndpoints,
  pool: poolEndpoints,
  recycleBin: recycleBinEndpoints,
  roles: rolesEndpoints,
  search: searchEndpoints,
  settings: settingsEndpoints,
  sharing: sharingEndpoints,
  pasting: pastingEndpoints,
  ties: tiesEndpoints,
  today: todayEndpoints,
  values: valuesEndpoints,
  views: viewsEndpoints,
}

export type ZhikeApi = typeof api
/** `caller.customers.create({ name: '…' })` */
export type Caller = ApiCaller<ZhikeApi>
