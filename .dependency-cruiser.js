// Who may import whom: the table of the house, as data. There is no exception list, and a law test says so.
const rule = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment })
const packages = '^(?:node_modules/)'

const floors = [
  rule(
    'shared-stands-alone',
    { path: '^src-shared/' },
    { path: '^(src-main|src-renderer|tests|tools)/' },
    'src-shared is the ground floor: it imports nothing of the house.',
  ),
  rule(
    'shared-is-pure',
    { path: '^src-shared/' },
    {
      path: packages,
      pathNot: `${packages}(zod|@orpc/contract|@orpc/client|@orpc/shared|tyme4ts|pinyin-pro|@vant/area-data)/`,
    },
    'src-shared is plain TypeScript, zod and the contract builder.',
  ),
  rule(
    'shared-without-node',
    { path: '^src-shared/' },
    { dependencyTypes: ['core'] },
    'No node library on the ground floor.',
  ),
  rule('renderer-not-main', { path: '^src-renderer/' }, { path: '^src-main/' }, 'The page asks through the api.'),
  rule('main-not-renderer', { path: '^src-main/' }, { path: '^src-renderer/' }, 'The host does not know the page.'),
  rule(
    'sources-not-tests',
    { path: '^src-' },
    { path: '^(tests|tools)/' },
    'The product does not need its tests or tools.',
  ),
  rule(
    'renderer-without-host-libraries',
    { path: '^src-renderer/' },
    { path: `${packages}(electron|better-sqlite3|drizzle-orm|@orpc/server|hono|@hono/node-server|electron-log)/` },
    'These run in the host or the shell.',
  ),
  rule(
    'renderer-without-node',
    { path: '^src-renderer/' },
    { dependencyTypes: ['core'] },
    'The page runs in a browser too.',
  ),
  rule(
    'main-without-page-libraries',
    { path: '^src-main/' },
    { path: `${packages}(vue|vue-router|vue-i18n|pinia|naive-ui|@tanstack/vue-query)/` },
    'These draw pages.',
  ),
]

const mainRooms = [
  rule(
    'electron-only-in-shell',
    { path: '^src-', pathNot: '^src-main/(desktop/|preload\\.ts$)' },
    { path: `${packages}electron(-log|-updater)?/` },
    'The host runs without Electron.',
  ),
  rule(
    'shell-is-thin',
    { path: '^src-main/(desktop/|preload\\.ts$)' },
    { path: '^src-main/', pathNot: '^src-main/desktop/' },
    'The shell starts the host as a process and never imports it.',
  ),
  rule(
    'nobody-imports-shell',
    { path: '^src-main/', pathNot: '^src-main/desktop/' },
    { path: '^src-main/(desktop/|preload\\.ts$)' },
    'The host does not know who shows it.',
  ),
  rule(
    'database-is-the-cellar',
    { path: '^src-main/database/' },
    { path: '^src-main/(api|records|approvals|features|features\\.ts|jobs|search|files|backup|transports|host)(/|$)' },
    'database knows nothing above it.',
  ),
  rule(
    'records-below-features',
    { path: '^src-main/records/' },
    { path: '^src-main/(features|features\\.ts|transports|host)(/|$)' },
    'records serves every room alike.',
  ),
  rule(
    'api-below-features',
    { path: '^src-main/api/' },
    { path: '^src-main/(features|features\\.ts|transports|host)(/|$)' },
    'Only features.ts registers rooms.',
  ),
  rule(
    'services-below-features',
    { path: '^src-main/(jobs|search|files|backup|approvals|printing)/' },
    { path: '^src-main/(features|features\\.ts|transports|host)(/|$)' },
    'A service is used by rooms, not the reverse.',
  ),
  rule(
    'transports-through-dispatch',
    { path: '^src-main/transports/' },
    { path: '^src-main/(records|database|features|features\\.ts|jobs|search|files|backup|approvals|host)(/|$)' },
    'A transport carries calls to api/dispatch and knows nothing else.',
  ),
  rule(
    'features-not-transports',
    { path: '^src-main/features/' },
    { path: '^src-main/(transports|host|features\\.ts)(/|$)' },
    'No transport word in a feature.',
  ),
  rule(
    'rooms-apart',
    { path: '^src-(main|shared|renderer)/features/([^/]+)/' },
    {
      path: '^src-(main|shared|renderer)/features/',
      pathNot: ['^src-[a-z]+/features/$2/', '/(tables|fields|rules)\\.ts$'],
    },
    'To make another room do something, dispatch its command; only what a thing is (tables.ts, fields.ts) and its pure rules.ts may be read.',
  ),
]

const rendererRooms = [
  rule(
    'page-mechanism-below-features',
    { path: '^src-renderer/(api|stores|records|charts|print|dialogs)/' },
    { path: '^src-renderer/(features|features\\.ts)(/|$)' },
    'The mechanism serves every room alike.',
  ),
  rule(
    'page-records-narrow',
    { path: '^src-renderer/records/' },
    { path: '^src-renderer/(layout|charts)/' },
    'records stands on api and stores.',
  ),
  rule(
    'page-api-and-stores-lowest',
    { path: '^src-renderer/(api|stores)/' },
    { path: '^src-renderer/(records|charts|layout)/' },
    'api and stores stand below everything drawn.',
  ),
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'A cycle means two ideas are one, or a third is missing.'),
    rule('resolvable', {}, { couldNotResolve: true }, 'The import leads nowhere.'),
    ...floors,
    ...mainRooms,
    ...rendererRooms,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png)$' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
}
