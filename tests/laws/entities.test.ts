import { expect, test } from 'vitest'
import { entities } from '@main/features'
import { columnOf, storedFields } from '@main/records/entity'
import { openTestApp } from '../support/app'

const system = ['id', 'version', 'created_at', 'updated_at', 'created_by_id', 'archived_at', 'custom']

test.each(entities.map((entity) => [entity.name, entity] as const))(
  'every field of %s has a column, and every column a field',
  async (_name, entity) => {
    const app = openTestApp()
    // hidden: reckoned by SQLite from a field that has its own column
    const columns = app.host.db
      .prepare(`SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0`)
      .pluck()
      .all(entity.table)
    const expected = [...system, ...storedFields(entity).map(([key]) => columnOf(key))]
    expect(columns.sort()).toEqual(expected.sort())
    await app.close()
  },
)

test.each(entities.map((entity) => [entity.name, entity] as const))(
  'what %s points to finds its way back by an index',
  async (_name, entity) => {
    const app = openTestApp()
    const references = storedFields(entity).filter(
      ([, field]) => field.kind === 'reference' && entity.scope.by !== 'office',
    )
    for (const [key] of references) {
      const plan = app.host.db
        .prepare(`EXPLAIN QUERY PLAN SELECT id FROM ${entity.table} WHERE ${columnOf(key)} = 1`)
        .all() as { detail: string }[]
      expect(plan[0]?.detail, key).toContain('USING')
    }
    await app.close()
  },
)

test('every record lists, filters and sorts by names of fields that exist', () => {
  for (const entity of entities) {
    expect(Object.keys(entity.set.fields)).toContain(entity.labelField)
    expect([...Object.keys(entity.set.fields), 'updatedAt', 'createdAt']).toContain(entity.defaultSort.field)
    if (entity.scope.by === 'parent')
      expect(entity.set.fields[entity.scope.field]).toMatchObject({
        kind: 'reference',
        entity: entity.scope.entity,
        required: true,
      })
    if (entity.scope.by === 'owner') expect(entity.set.fields['ownerId']).toMatchObject({ kind: 'person' })
  }
})
