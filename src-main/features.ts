// The registry: every room with its handlers, entities and what it adds to a customer's page.
import type { HandlersOf } from '@main/api/context'
import type { Handlers } from '@main/api/dispatch'
import type { Entity } from '@main/records/entity'
import type { RelatedRegistry } from '@main/records/related'
import type { ZhikeApi } from '@shared/api/index'
import { backupHandlers } from './features/backup/handlers'
import { contacts } from './features/contacts/entity'
import { contactsHandlers } from './features/contacts/handlers'
import { contactsRelated } from './features/contacts/related'
import { customers } from './features/customers/entity'
import { customersHandlers } from './features/customers/handlers'
import { followUps } from './features/followUps/entity'
import { followUpsHandlers } from './features/followUps/handlers'
import { followUpsRelated } from './features/followUps/related'
import { auditLogHandlers } from './features/auditLog/handlers'
import { filesHandlers } from './features/files/handlers'
import { jobsHandlers } from './features/jobs/handlers'
import { settingsHandlers } from './features/settings/handlers'
import { viewsHandlers } from './features/views/handlers'

const typed = {
  contacts: contactsHandlers,
  customers: customersHandlers,
  followUps: followUpsHandlers,
  auditLog: auditLogHandlers,
  backup: backupHandlers,
  files: filesHandlers,
  jobs: jobsHandlers,
  settings: settingsHandlers,
  views: viewsHandlers,
} satisfies Partial<{ [R in keyof ZhikeApi]: HandlersOf<ZhikeApi[R]> }>

// each handler was checked against its endpoint above; dispatch parses the input before it calls
export const handlers = typed as unknown as Handlers

// entities are used through the common shape from here on
export const entities = [customers, contacts, followUps] as unknown as readonly Entity[]

export const related: RelatedRegistry = [contactsRelated, followUpsRelated]
