// The registry: every room with its handlers, entities and what it adds to a customer's page.
import type { HandlersOf } from '@main/api/context'
import type { Handlers } from '@main/api/dispatch'
import type { DailyWork } from '@main/jobs/daily'
import type { Entity } from '@main/records/entity'
import type { Reaction } from '@main/records/reactions'
import type { RelatedRegistry } from '@main/records/related'
import type { ZhikeApi } from '@shared/api/index'
import { authHandlers } from './features/auth/handlers'
import { backupHandlers } from './features/backup/handlers'
import { contacts } from './features/contacts/entity'
import { contactsHandlers } from './features/contacts/handlers'
import { contactsRelated } from './features/contacts/related'
import { customFields, fieldLayouts, followUpTemplates } from './features/customFields/entity'
import { customFieldsHandlers } from './features/customFields/handlers'
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
import { ownershipReaction } from './features/customers/ownership'
import { pooled } from './features/pool/entity'
import { poolHandlers } from './features/pool/handlers'
import { recyclePool } from './features/pool/night'
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
  customFields: customFieldsHandlers,
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
  pool: poolHandlers,
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
export const entities = [customers, contacts, followUps, people, departments, roles, customFields, fieldLayouts, followUpTemplates] as unknown as readonly Entity[]

export const related: RelatedRegistry = [contactsRelated, followUpsRelated]

/** Second looks at the tables of entities. */
export const looks = [pooled] as unknown as readonly Entity[]

/** What rooms keep right after records of others were written. */
export const reactions: readonly Reaction[] = [ownershipReaction]

/** What the host does by itself once a day. */
export const dailyWork: readonly DailyWork[] = [
  { name: 'recycleBin', run: purgeRecycleBin },
  { name: 'notifications', run: forgetNotifications },
  { name: 'pool', run: recyclePool },
]
