// The registry: every room with its handlers, entities and what it adds to a customer's page.
import type { HandlersOf } from '@main/api/context'
import type { Handlers } from '@main/api/dispatch'
import { duplicateReactions, fillDuplicateKeys } from '@main/duplicates/keyIndex'
import type { DailyWork } from '@main/jobs/daily'
import type { FirstWork } from '@main/jobs/first'
import type { Entity } from '@main/records/entity'
import type { Belonging } from '@main/records/belongings'
import type { Question } from '@main/records/questions'
import type { Reaction } from '@main/records/reactions'
import type { RelatedRegistry } from '@main/records/related'
import type { ZhikeApi } from '@shared/api/index'
import { authHandlers } from './features/auth/handlers'
import { backupHandlers } from './features/backup/handlers'
import { bulkEditHandlers } from './features/bulkEdit/handlers'
import { contacts } from './features/contacts/entity'
import { contactsHandlers } from './features/contacts/handlers'
import { contactsRelated } from './features/contacts/related'
import { customFields, fieldLayouts, followUpTemplates } from './features/customFields/entity'
import { customFieldsHandlers } from './features/customFields/handlers'
import { customers } from './features/customers/entity'
import { customersHandlers } from './features/customers/handlers'
import { customerPapers } from './features/customers/papers'
import type { PaperSources } from '@main/printing/source'
import { dataQualityHandlers } from './features/dataQuality/handlers'
import { qualityReactions, scanAtNight } from './features/dataQuality/scanning'
import { demoHandlers } from './features/demo/handlers'
import { duplicatesHandlers } from './features/duplicates/handlers'
import { mergeReaction, mergesBelonging } from './features/duplicates/merged'
import { scanAtNight as scanDuplicates } from './features/duplicates/scanning'
import { followUps } from './features/followUps/entity'
import { followUpsHandlers } from './features/followUps/handlers'
import { followUpsRelated } from './features/followUps/related'
import { auditLogHandlers } from './features/auditLog/handlers'
import { filesHandlers } from './features/files/handlers'
import { importExportHandlers } from './features/importExport/handlers'
import { jobsHandlers } from './features/jobs/handlers'
import { cleanContents } from './features/attachments/clean'
import { attachments } from './features/attachments/entity'
import { attachmentsHandlers } from './features/attachments/handlers'
import { attachmentsRelated } from './features/attachments/related'
import { comments } from './features/comments/entity'
import { commentsHandlers } from './features/comments/handlers'
import { tasks } from './features/tasks/entity'
import { tasksHandlers } from './features/tasks/handlers'
import { tasksRelated } from './features/tasks/related'
import { forgetNotifications } from './features/notifications/forget'
import { notificationsHandlers } from './features/notifications/handlers'
import { departments, people } from './features/organization/entity'
import { organizationHandlers } from './features/organization/handlers'
import { handoverPapers } from './features/handovers/papers'
import { handoversHandlers } from './features/handovers/handlers'
import { ownerToldReaction } from './features/customers/ownerTold'
import { ownershipReaction } from './features/customers/ownership'
import { periodicListsHandlers } from './features/periodicLists/handlers'
import { dataQualityPapers } from './features/dataQuality/papers'
import { periodicListPapers } from './features/periodicLists/papers'
import { makeMonthly } from './features/periodicLists/making'
import { pooled } from './features/pool/entity'
import { poolHandlers } from './features/pool/handlers'
import { recyclePool } from './features/pool/night'
import { poolReactions } from './features/pool/warned'
import { roles } from './features/roles/entity'
import { growRoles } from './features/roles/grow'
import { rolesHandlers } from './features/roles/handlers'
import { sharingHandlers } from './features/sharing/handlers'
import { searchHandlers } from './features/search/handlers'
import { settingsHandlers } from './features/settings/handlers'
import { valuesHandlers } from './features/values/handlers'
import { reckonAtNight, valueReactions } from './features/values/reckon'
import { viewsHandlers } from './features/views/handlers'
import { contactTies, customerTies } from './features/ties/entity'
import { pastingHandlers } from './features/pasting/handlers'
import { tiesHandlers } from './features/ties/handlers'
import { todayQuestions } from './features/today/behind'
import { todayHandlers } from './features/today/handlers'
import { changeSetsHandlers } from './features/changeSets/handlers'
import { recycleBinHandlers } from './features/recycleBin/handlers'
import { purgeRecycleBin } from './features/recycleBin/purge'
import { printTemplates } from './features/printTemplates/entity'
import { printTemplatesHandlers } from './features/printTemplates/handlers'

const typed = {
  printTemplates: printTemplatesHandlers,
  auth: authHandlers,
  bulkEdit: bulkEditHandlers,
  contacts: contactsHandlers,
  customFields: customFieldsHandlers,
  customers: customersHandlers,
  dataQuality: dataQualityHandlers,
  demo: demoHandlers,
  duplicates: duplicatesHandlers,
  followUps: followUpsHandlers,
  auditLog: auditLogHandlers,
  backup: backupHandlers,
  files: filesHandlers,
  handovers: handoversHandlers,
  importExport: importExportHandlers,
  jobs: jobsHandlers,
  attachments: attachmentsHandlers,
  comments: commentsHandlers,
  tasks: tasksHandlers,
  notifications: notificationsHandlers,
  organization: organizationHandlers,
  periodicLists: periodicListsHandlers,
  pool: poolHandlers,
  roles: rolesHandlers,
  sharing: sharingHandlers,
  search: searchHandlers,
  settings: settingsHandlers,
  values: valuesHandlers,
  views: viewsHandlers,
  pasting: pastingHandlers,
  ties: tiesHandlers,
  today: todayHandlers,
  changeSets: changeSetsHandlers,
  recycleBin: recycleBinHandlers,
} satisfies { [R in keyof ZhikeApi]: HandlersOf<ZhikeApi[R]> }

// each handler was checked against its endpoint above; dispatch parses the input before it calls
export const handlers = typed as unknown as Handlers

// entities are used through the common shape from here on
export const entities = [
  customers,
  contacts,
  followUps,
  customerTies,
  contactTies,
  tasks,
  comments,
  attachments,
  people,
  departments,
  roles,
  customFields,
  fieldLayouts,
  followUpTemplates,
  printTemplates,
] as unknown as readonly Entity[]

/** What names records by kind and id: whether and how it moves when two become one. */
export const belongings: readonly Belonging[] = [
  { table: 'stars', why: 'the merge itself copies them, so that an undo takes them back' },
  { table: 'notifications', why: 'they tell of what was, and are forgotten soon' },
  { table: 'record_access', why: 'the merge itself joins team and shares, so that an undo takes them apart' },
  { table: 'changes', why: 'the history of each stays its own' },
  { table: 'audit_log', why: 'what was done is never rewritten' },
  { table: 'duplicate_keys', why: 'made from the records themselves' },
  mergesBelonging,
  { table: 'owner_moves', why: 'tells whose it was, and is never rewritten' },
  { table: 'pool_views', why: 'counts what a person has looked at' },
  { table: 'pool_warnings', why: 'a warning about one that is gone is none' },
  { table: 'value_changes', why: 'how its own value was reckoned' },
  { table: 'periodic_list_spans', why: 'a dated list stays what it was' },
  { table: 'handover_lines', why: 'a signed list stays what it was' },
  { table: 'rectification_orders', why: 'the next scan closes what is asked of one that is gone' },
]

export const related: RelatedRegistry = [contactsRelated, followUpsRelated, tasksRelated, attachmentsRelated]

/** What can be printed. */
export const papers: PaperSources = {
  ...customerPapers,
  ...handoverPapers,
  ...periodicListPapers,
  ...dataQualityPapers,
}

/** Second looks at the tables of entities. */
export const looks = [pooled] as unknown as readonly Entity[]

/** What rooms keep right after records of others were written. */
export const reactions: readonly Reaction[] = [
  mergeReaction,
  ...duplicateReactions,
  ownershipReaction,
  ownerToldReaction,
  ...valueReactions,
  ...qualityReactions,
  ...poolReactions,
]

/** What rooms can tell of records that no field says. */
export const questions: readonly Question[] = [...todayQuestions]

/** What the host does by itself at its start, before anybody is served. */
export const firstWork: readonly FirstWork[] = [{ name: 'roles', run: growRoles }]

/** What the host does by itself once a day. */
export const dailyWork: readonly DailyWork[] = [
  { name: 'duplicateKeys', atStart: true, run: fillDuplicateKeys },
  { name: 'recycleBin', run: purgeRecycleBin },
  { name: 'notifications', run: forgetNotifications },
  { name: 'attachments', run: cleanContents },
  { name: 'pool', run: recyclePool },
  { name: 'values', run: reckonAtNight },
  { name: 'periodicLists', run: makeMonthly },
  { name: 'duplicates', run: scanDuplicates },
  { name: 'dataQuality', run: scanAtNight },
]
