import { partOf } from '@shared/locales/described'
import { auth } from './auth'
import { settings } from './settings'
import { recycleBin } from './recycleBin'
import { changeSets } from './changeSets'
import { auditLog } from './auditLog'
import { backup } from './backup'
import { contacts, contactsRecord } from './contacts'
import { customers, customersRecord } from './customers'
import { database } from './database'
import { desktop } from './desktop'
import { errors } from './errors'
import { followUps, followUpsRecord } from './followUps'
import { imports } from './imports'
import { jobs } from './jobs'
import { notifications } from './notifications'
import { departmentsRecord, organization, peopleRecord } from './organization'
import { pool, poolRecord } from './pool'
import { reading } from './reading'
import { records } from './records'
import { permissions, roles, rolesRecord } from './roles'
import { search } from './search'
import { sharing } from './sharing'
import { shell } from './shell'
import { today } from './today'
import { words } from './words'

const described = {
  customers: customersRecord,
  contacts: contactsRecord,
  followUps: followUpsRecord,
  pool: poolRecord,
  people: peopleRecord,
  departments: departmentsRecord,
  roles: rolesRecord,
}

/** Every text in Simplified Chinese, by room; the other languages have the same keys. */
export const zhCN = {
  auth,
  settings,
  recycleBin,
  changeSets,
  auditLog,
  backup,
  contacts,
  customers,
  database,
  desktop,
  errors,
  followUps,
  notifications,
  organization,
  permissions,
  pool,
  roles,
  /** What one record is called. */
  entities: partOf(described, 'one'),
  fields: partOf(described, 'fields'),
  groups: partOf(described, 'groups'),
  choices: partOf(described, 'choices'),
  imports,
  jobs,
  reading,
  records,
  search,
  sharing,
  shell,
  today,
  words,
}
