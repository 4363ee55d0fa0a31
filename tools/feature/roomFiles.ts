// What a new room starts with, on every floor: a name, an owner, its endpoints, a page, its words, a test.

export interface Names {
  /** Plural, camelCase: quotes, workPlans. */
  room: string
  /** Plural, as a type: Quotes. */
  plural: string
  /** Singular, camelCase: quote. */
  one: string
  /** snake_case table name: work_plans. */
  table: string
  /** Plural, in English words: Work plans. */
  title: string
  /** What one is called in Chinese and English. */
  chinese: string
  english: string
}

export type RoomFiles = Record<string, (names: Names) => string>

const shared: RoomFiles = {
  'src-shared/features/{room}/fields.ts': ({
    room,
    one,
  }) => `import { defineFields, longText, person, text } from '@shared/fields/field'

export const ${one}Fields = defineFields('${room}', {
  name: text({ required: true, max: 120, group: 'basic' }),
  ownerId: person({ group: 'basic' }),
  note: longText({ group: 'basic' }),
})
`,
  'src-shared/features/{room}/endpoints.ts': ({ room, one }) => `import { recordEndpoints } from '@shared/api/records'
import { ${one}Fields } from './fields'

export const ${room}Endpoints = recordEndpoints(${one}Fields, {
  view: '${room}.view',
  create: '${room}.create',
  update: '${room}.update',
  archive: '${room}.archive',
})
`,
}

const words =
  (one: string, title: string, empty: string, labels: string[]) =>
  (room: string): string => {
    const [name, ownerId, note, createdAt, updatedAt, basic] = labels
    return `export const ${room}Record = {
  one: '${one}',
  fields: { name: '${name}', ownerId: '${ownerId}', note: '${note}', createdAt: '${createdAt}', updatedAt: '${updatedAt}' },
  groups: { basic: '${basic}' },
  choices: {},
} as const

export const ${room} = { title: '${title}', empty: '${empty}' } as const
`
  }

const locales: RoomFiles = {
  'src-shared/locales/zh-CN/{room}.ts': ({ room, chinese }) =>
    words(chinese, chinese, '还没有。', ['名称', '负责人', '备注', '建立时间', '修改时间', '基本'])(room),
  'src-shared/locales/en/{room}.ts': ({ room, title, english }) =>
    words(english, title, 'Nothing here yet.', ['Name', 'Owner', 'Note', 'Created', 'Changed', 'Basics'])(room),
}

const main: RoomFiles = {
  'src-main/features/{room}/tables.ts': ({
    room,
    table,
  }) => `import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const ${room} = sqliteTable(
  '${table}',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    ownerId: integer('owner_id'),
    note: text('note'),
  },
  (table) => [
    index('${table}_owner').on(table.ownerId, table.archivedAt),
    index('${table}_updated').on(table.updatedAt, table.archivedAt, table.ownerId),
    index('${table}_archived').on(table.archivedAt),
  ],
)
`,
  'src-main/features/{room}/entity.ts': ({ room, one, table }) => `import type { Entity } from '@main/records/entity'
import { ${one}Fields } from '@shared/features/${room}/fields'

export const ${room}: Entity<typeof ${one}Fields.fields> = {
  name: '${room}',
  room: '${room}',
  set: ${one}Fields,
  table: '${table}',
  scope: { by: 'owner' },
  ownerDefaultsToMaker: true,
  labelField: 'name',
  defaultSort: { field: 'updatedAt', direction: 'desc' },
}
`,
  'src-main/features/{room}/handlers.ts': ({ room }) => `import { handlersOf } from '@main/api/context'
import { recordHandlers } from '@main/records/handlers'
import { ${room}Endpoints } from '@shared/features/${room}/endpoints'
import { ${room} } from './entity'

export const ${room}Handlers = handlersOf(${room}Endpoints, recordHandlers(${room}))
`,
}

const page: RoomFiles = {
  'src-renderer/features/{room}/index.ts': ({ room, plural }) => `import { Folder } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const ${room}Pages: RoomPages = {
  routes: [
    {
      path: '/${room}',
      component: () => import('./${plural}Page.vue'),
      meta: { titleKey: '${room}.title', permission: '${room}.view' },
    },
  ],
  menu: [
    { to: '/${room}', titleKey: '${room}.title', order: 90, group: 'work', icon: Folder, permission: '${room}.view' },
  ],
}
`,
  'src-renderer/features/{room}/{plural}Page.vue': ({ room }) => `<script setup lang="ts">
import { useQuery } from '@renderer/api/queries'
import { t } from '@renderer/i18n'
import PageFrame from '@renderer/layout/PageFrame.vue'
import EmptyState from '@renderer/parts/EmptyState.vue'
import ErrorState from '@renderer/parts/ErrorState.vue'
import SkeletonLines from '@renderer/parts/SkeletonLines.vue'

const { data, state, error, again } = useQuery('${room}.list', () => ({ limit: 100 }))
</script>

<template>
  <PageFrame :title="t('${room}.title')">
    <ErrorState v-if="error && state === 'failed'" :error="error" @again="again" />
    <SkeletonLines v-else-if="state === 'loading'" :lines="8" />
    <EmptyState v-else-if="data && data.rows.length === 0" :text="t('${room}.empty')" />
    <ul v-else-if="data">
      <li v-for="row in data.rows" :key="row.id">{{ row.name }}</li>
    </ul>
  </PageFrame>
</template>
`,
}

const tests: RoomFiles = {
  'tests/features/{room}/{room}.test.ts': ({ room }) => `import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app'

test('what the owner enters is found again', async () => {
  const app = openTestApp()
  const made = await app.owner.api.${room}.create({ name: '第一个' })
  expect((await app.owner.api.${room}.read({ id: made.id })).name).toBe('第一个')
  await app.close()
})
`,
}

export const roomFiles: RoomFiles = { ...shared, ...locales, ...main, ...page, ...tests }
