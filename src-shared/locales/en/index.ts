import type { Messages } from '@shared/locales/messages'
import { partOf } from '@shared/locales/described'
import { auth } from './auth'
import { settings } from './settings'
import { recycleBin } from './recycleBin'
import { changeSets } from './changeSets'
import { auditLog } from './auditLog'
import { backup } from './backup'
import { contacts, contactsRecord } from './contacts'
import { customFields, definitionRecord, layoutRecord, templateRecord } from './customFields'
import { customers, customersRecord } from './customers'
import { dataQuality } from './dataQuality'
import { database } from './database'
import { desktop } from './desktop'
import { duplicates } from './duplicates'
import { errors } from './errors'
import { followUps, followUpsRecord } from './followUps'
import { handovers } from './handovers'
import { imports } from './imports'
import { jobs } from './jobs'
import { attachments, attachmentsRecord } from './attachments'
import { coaching, comments, commentsRecord } from './comments'
import { tasks, tasksRecord } from './tasks'
import { notifications } from './notifications'
import { departmentsRecord, organization, peopleRecord } from './organization'
import { periodicLists } from './periodicLists'
import { pool, poolRecord } from './pool'
import { pasting } from './pasting'
import { reading } from './reading'
import { records } from './records'
import { permissions, roles, rolesRecord } from './roles'
import { search } from './search'
import { sharing } from './sharing'
import { shell } from './shell'
import { contactTiesRecord, customerTiesRecord, ties } from './ties'
import { today } from './today'
import { values } from './values'
import { words } from './words'
import { printTemplates, printTemplatesRecord } from './printTemplates'

const described = {
  printTemplates: printTemplatesRecord,
  customers: customersRecord,
  contacts: contactsRecord,
  followUps: followUpsRecord,
  customerTies: customerTiesRecord,
  contactTies: contactTiesRecord,
  tasks: tasksRecord,
  comments: commentsRecord,
  attachments: attachmentsRecord,
  pool: poolRecord,
  people: peopleRecord,
  departments: departmentsRecord,
  roles: rolesRecord,
  customFields: definitionRecord,
  fieldLayouts: layoutRecord,
  followUpTemplates: templateRecord,
}

/** Every text in English, by room. */
export const en: Messages = {
  printTemplates,
  auth,
  settings,
  recycleBin,
  changeSets,
  auditLog,
  backup,
  contacts,
  customFields,
  customers,
  dataQuality,
  database,
  desktop,
  duplicates,
  errors,
  followUps,
  handovers,
  attachments,
  coaching,
  comments,
  tasks,
  notifications,
  organization,
  permissions,
  periodicLists,
  pool,
  roles,
  /** What one record is called. */
  entities: partOf(described, 'one'),
  fields: partOf(described, 'fields'),
  groups: partOf(described, 'groups'),
  choices: partOf(described, 'choices'),
  imports,
  jobs,
  pasting,
  reading,
  records,
  search,
  sharing,
  shell,
  ties,
  today,
  values,
  words,
}
