// The registry: every room with its handlers, entities and what it adds to a customer's page.
import type { HandlersOf } from '@main/api/context'
import type { Handlers } from '@main/api/dispatch'
import type { DailyWork } from '@main/jobs/daily'
import type { Entity } from '@main/records/entity'
import type { RelatedRegistry } from '@main/records/related'
import type { ZhikeApi } from '@shared/api/index'
import { authHandlers } from './features/auth/handlers'
import { backupHandlers } from './features/backup/handlers'
import { contacts } from './features/contacts/entity'
import { contactsHandlers } from './features/contacts/handlers'
import { contactsRelated } from './features/contacts/related'
import { customers } from './features/customers/entity'
import { customersHandlers } from './features/customers/handlers'
import { demoHandlers } from './features/demo/handlers'
import { followUps } from './features/followUps/entity'
import { followUpsHandlers } from './features/followUps/handlers'
import { followUpsRelated } from './features/followUps/related'
import { auditLogHandlers } from './features/auditLog/handlers'
import { filesHandlers } from './features/files/handlers'
import { importExportHandlers } from './features/importExport/handlers'
import { jobsHandlers } from './features/jobs/handlers'
import { forgetNotifications } from './features/notifications/forget'
import { notificationsHandlers } from './features/notifications/handlers'
import { departments, people } from './features/organization/entity'
import { organizationHandlers } from './features/organization/handlers'
import { roles } from './features/roles/entity'
import { rolesHandlers } from './features/roles/handlers'
import { sharingHandlers } from './features/sharing/handlers'
import { searchHandlers } from './features/search/handlers'
import { settingsHandlers } from './features/settings/handlers'
import { viewsHandlers } from './features/views/handlers'
import { todayHandlers } from './features/today/handlers'
import { changeSetsHandlers } from './features/changeSets/handlers'
import { recycleBinHandlers } from './features/recycleBin/handlers'
import { purgeRecycleBin } from './features/recycleBin/purge'

const typed = {
  auth: authHandlers,
  contacts: contactsHandlers,
  customers: customersHandlers,
  demo: demoHandlers,
  followUps: followUpsHandlers,
  auditLog: auditLogHandlers,
  backup: backupHandlers,
  files: filesHandlers,
  importExport: importExportHandlers,
  jobs: jobsHandlers,
  notifications: notificationsHandlers,
  organization: organizationHandlers,
  roles: rolesHandlers,
  sharing: sharingHandlers,
  search: searchHandlers,
  settings: settingsHandlers,
  views: viewsHandlers,
  today: todayHandlers,
  changeSets: changeSetsHandlers,
  recycleBin: recycleBinHandlers,
} satisfies { [R in keyof ZhikeApi]: HandlersOf<ZhikeApi[R]> }

// each handler was checked against its endpoint above; dispatch parses the input before it calls
export const handlers = typed as unknown as Handlers

// entities are used through the common shape from here on
export const entities = [customers, contacts, followUps, people, departments, roles] as unknown as readonly Entity[]

export const related: RelatedRegistry = [contactsRelated, followUpsRelated]

/** What the host does by itself once a day. */
export const dailyWork: readonly DailyWork[] = [{ name: 'recycleBin', run: purgeRecycleBin }, { name: 'notifications', run: forgetNotifications }]
