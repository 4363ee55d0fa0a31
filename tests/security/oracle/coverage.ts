// Which endpoint is held against the oracle, and for the others what guards them instead.

const recordEndpoints = ['list', 'count', 'read', 'history', 'create', 'update', 'archive', 'restore']

/** Asked by the differential test: verdict and answer, or at least every secret in the answer. */
export const compared: readonly string[] = [
  ...['customers', 'contacts', 'followUps'].flatMap((room) => recordEndpoints.map((name) => `${room}.${name}`)),
  ...['overview', 'timeline', 'suggest', 'star', 'setTeam', 'printCard', 'printList'].map(
    (name) => `customers.${name}`,
  ),
  ...['list', 'set', 'why', 'viewers'].map((name) => `sharing.${name}`),
  ...['list', 'restore'].map((name) => `recycleBin.${name}`),
  ...['list', 'preview', 'undo'].map((name) => `changeSets.${name}`),
  ...['list', 'count', 'open', 'claim', 'assign', 'return', 'lock', 'moves'].map((name) => `pool.${name}`),
  'handovers.survey',
  'values.explain',
  'dataQuality.orders',
  ...['read', 'members'].map((name) => `periodicLists.${name}`),
  ...['check', 'list', 'compare'].map((name) => `duplicates.${name}`),
  'ties.ofCustomer',
  'bulkEdit.run',
  'search.find',
  'today.list',
  'today.home',
  'organization.directory',
  'importExport.export',
]

/** Not held against the oracle, and why that is right. */
export const elsewhere: Record<string, string> = {
  'auth.*': 'before or beside records: tests/features/auth',
  'organization.*':
    'people and departments are open to the office or to those who manage it: tests/features/organization',
  'roles.*': 'for those who manage roles: tests/features/roles',
  'settings.*': 'of the office or of oneself: tests/features/settings',
  'printTemplates.*': 'how papers look; examples come from the list: tests/features/printTemplates',
  'views.*': 'of oneself or shown to the office; names no record: tests/features/views',
  'attachments.*': 'as the record they are kept with: tests/features/attachments',
  'tasks.*': 'by place alone: tests/features/tasks',
  'comments.*': 'as the record they are about, coaching by place: tests/features/comments',
  'notifications.*': "one's own only, under the scope of what each is about: tests/features/notifications",
  'jobs.*': "one's own only: tests/features/jobs",
  'files.*': "one's own only, by token: tests/features/files",
  'backup.*': 'the whole office, for those who keep it: tests/features/backup',
  'auditLog.*': 'by its own right and scope: tests/features/auditLog',
  'customFields.*': 'definitions, for those who manage settings; what forms are made of: tests/features/customFields',
  'bulkEdit.preview': 'the same decisions as run, rolled back: tests/features/bulkEdit',
  'bulkEdit.start': 'the same as run, in pieces: tests/features/bulkEdit',
  'bulkEdit.chunk': 'only its job sends it',
  'demo.fill': 'in an empty office only: tests/features/demo',
  'customers.archiveMany': 'archive for each: tests/features/records/many.test.ts',
  'recycleBin.restoreMany': 'restore for each: tests/features/records/many.test.ts',
  'customers.changeOwner': 'is update, setTeam and a comment in one: tests/features/customers/ownerChange',
  'contacts.replace': 'is create and update in one: tests/features/contacts',
  'pool.*': 'counts of oneself, and rules for whoever sets them: tests/features/pool',
  'handovers.*': 'for people in reach only, with customers in sight: tests/features/handovers',
  'values.*': 'rules for whoever sets them: tests/features/values',
  'periodicLists.*': 'dates only, or the same members on paper: tests/features/periodicLists',
  'dataQuality.*': 'counts of the same orders, and rules for whoever sets them: tests/features/dataQuality',
  'customers.quickCreate': 'is create twice',
  'duplicates.*':
    'scan tells counts only; merge is update, archive and setTeam for whoever may do all: tests/features/duplicates',
  'pasting.create': 'is create twice: tests/features/pasting',
  'ties.*': 'is update of the one with the other in sight: tests/features/ties',
  'changeSets.undoLarge': 'the same plan as undo, in pieces: tests/features/changeSets',
  'changeSets.undoChunk': 'only its job sends it',
  'importExport.inspect': 'reads a file of the caller',
  'importExport.template': 'holds no record',
  'importExport.dryRun': 'the same decisions as run, and writes nothing: tests/features/importExport',
  'importExport.run': 'asked by the test of imports',
  'importExport.compareEdits': 'reads by read, refuses by update: tests/features/importExport/sheetEditsRights',
  'importExport.takeEdits': 'is update and create, one by one: tests/features/importExport/sheetEditsRights',
  'importExport.writeChunk': 'only its job sends it',
}
