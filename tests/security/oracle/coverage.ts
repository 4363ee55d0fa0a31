// Which endpoint is held against the oracle, and for the others what guards them instead.

const recordEndpoints = ['list', 'count', 'read', 'history', 'create', 'update', 'archive', 'restore']

/** Asked by the differential test: verdict and answer, or at least every secret in the answer. */
export const compared: readonly string[] = [
  ...['customers', 'contacts', 'followUps'].flatMap((room) => recordEndpoints.map((name) => `${room}.${name}`)),
  ...['overview', 'timeline', 'suggest', 'star', 'setTeam'].map((name) => `customers.${name}`),
  ...['list', 'set', 'why', 'viewers'].map((name) => `sharing.${name}`),
  ...['list', 'restore'].map((name) => `recycleBin.${name}`),
  ...['list', 'preview', 'undo'].map((name) => `changeSets.${name}`),
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
  'views.*': 'of oneself or shown to the office; names no record: tests/features/views',
  'attachments.*': 'as the record they are kept with: tests/features/attachments',
  'tasks.*': 'by place alone: tests/features/tasks',
  'comments.*': 'as the record they are about, coaching by place: tests/features/comments',
  'notifications.*': "one's own only, under the scope of what each is about: tests/features/notifications",
  'jobs.*': "one's own only: tests/features/jobs",
  'files.*': "one's own only, by token: tests/features/files",
  'backup.*': 'the whole office, for those who keep it: tests/features/backup',
  'auditLog.*': 'by its own right and scope: tests/features/auditLog',
  'demo.fill': 'in an empty office only: tests/features/demo',
  'customers.archiveMany': 'archive for each: tests/features/records/many.test.ts',
  'recycleBin.restoreMany': 'restore for each: tests/features/records/many.test.ts',
  'customers.changeOwner': 'is update, setTeam and a comment in one: tests/features/customers/ownerChange',
  'contacts.replace': 'is create and update in one: tests/features/contacts',
  'customers.quickCreate': 'is create twice',
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
