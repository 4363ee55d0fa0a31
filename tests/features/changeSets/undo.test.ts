import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

const patient = { timeout: 20_000, interval: 5 }

it('puts every field back, and the customer is found by it again', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.create({ name: '德力', phone: '021-5555 0000', tags: ['老'] })
  await rep.api.customers.update({
    id,
    version: 1,
    changes: { name: '改了', phone: null, level: 'key', tags: ['新', '旧'] },
  })
  const set = rep.lastChangeSet()!
  expect(await rep.api.changeSets.preview({ id: set })).toMatchObject({
    records: 1,
    restored: 4,
    skipped: 0,
    items: [
      {
        label: '改了',
        action: 'update',
        fields: [
          { field: 'name', from: '改了', to: '德力' },
          { field: 'level' },
          { field: 'tags', from: ['新', '旧'], to: ['老'] },
          { field: 'phone', from: null },
        ],
      },
    ],
  })
  const undone = await rep.api.changeSets.undo({ id: set })
  expect(await rep.api.customers.read({ id })).toMatchObject({
    name: '德力',
    phone: '021-5555 0000',
    level: 'normal',
    tags: ['老'],
    version: 3,
  })
  const { rows } = await rep.api.changeSets.list({})
  expect(rows.slice(0, 2)).toMatchObject([
    { id: undone.changeSetId, undoes: set, undoneById: null },
    { id: set, undoneById: undone.changeSetId },
  ])
  await expect(rep.api.changeSets.undo({ id: set })).rejects.toMatchObject({ details: { code: 'alreadyUndone' } })
  await app.close()
})

it('leaves alone and lists what was edited since', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.create({ name: '德力', phone: '1111111' })
  await rep.api.customers.update({ id, version: 1, changes: { phone: '2222222', level: 'key' } })
  const set = rep.lastChangeSet()!
  await rep.api.customers.update({ id, version: 2, changes: { phone: '3333333' } })
  const { summary } = await rep.api.changeSets.undo({ id: set })
  expect(summary).toMatchObject({
    restored: 1,
    skipped: 1,
    items: [{ skipped: [{ field: 'phone', reason: 'editedSince' }] }],
  })
  expect(await rep.api.customers.read({ id })).toMatchObject({ phone: '3333333', level: 'normal' })
  await app.close()
})

it('archives what was created, together with what came along, unless others built on it', async () => {
  const app = openTestApp()
  const rep = app.person()
  const free = await rep.api.customers.quickCreate({ name: '甲', phone: '1111111', contactName: '王' })
  const freeSet = rep.lastChangeSet()!
  const used = await rep.api.customers.quickCreate({ name: '乙', phone: '1111111', contactName: '李' })
  const usedSet = rep.lastChangeSet()!
  await rep.api.followUps.create({ customerId: used.id, way: 'call', content: '谈了' })
  expect(await rep.api.changeSets.preview({ id: freeSet })).toMatchObject({ restored: 2, skipped: 0 })
  expect((await rep.api.changeSets.undo({ id: freeSet })).summary).toMatchObject({ restored: 2, skipped: 0 })
  await expect(rep.api.customers.read({ id: free.id })).rejects.toMatchObject({ code: 'notFound' })
  const { summary } = await rep.api.changeSets.undo({ id: usedSet })
  expect(summary.items).toMatchObject([
    { label: '李', action: 'archive', skipped: [] },
    { label: '乙', skipped: [{ field: 'record', reason: 'usedSince' }] },
  ])
  expect(await rep.api.customers.read({ id: used.id })).toMatchObject({ contactCount: 0, followUpCount: 1 })
  await app.close()
})

it('takes an undo back, and undoes again', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.quickCreate({ name: '甲', phone: '1111111', contactName: '王' })
  const set = rep.lastChangeSet()!
  const first = await rep.api.changeSets.undo({ id: set })
  expect(await rep.api.changeSets.preview({ id: first.changeSetId })).toMatchObject({ restored: 2, skipped: 0 })
  const second = await rep.api.changeSets.undo({ id: first.changeSetId })
  expect((await rep.api.customers.overview({ id })).contacts).toHaveLength(1)
  const third = await rep.api.changeSets.undo({ id: second.changeSetId })
  expect(third.summary).toMatchObject({ restored: 2 })
  const { rows } = await rep.api.changeSets.list({})
  expect(rows.map(({ way }) => way)).toEqual(['undone', 'redone', 'undone', 'done'])
  const state = new Map(rows.map((row) => [row.id, row.undoneById]))
  expect(state.get(set)).toBe(third.changeSetId)
  expect(state.get(first.changeSetId)).toBeNull()
  await expect(rep.api.changeSets.undo({ id: set })).rejects.toMatchObject({ details: { code: 'alreadyUndone' } })
  await app.close()
})

it('puts back the team and the shares', async () => {
  const app = openTestApp()
  const [owner, colleague] = [app.owner, app.person()]
  const { id } = await owner.api.customers.create({ name: '德力' })
  await owner.api.customers.setTeam({ id, version: 1, team: [{ personId: colleague.id, level: 'read' }] })
  const set = owner.lastChangeSet()!
  expect((await colleague.api.customers.list({})).rows).toHaveLength(1)
  await owner.api.changeSets.undo({ id: set })
  expect((await colleague.api.customers.list({})).rows).toHaveLength(0)
  await app.close()
})

it('needs sight of the set and reach on each record', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  await rep.api.customers.update({ id, version: 1, changes: { level: 'key' } })
  const set = rep.lastChangeSet()!
  await expect(colleague.api.changeSets.preview({ id: set })).rejects.toMatchObject({ code: 'notFound' })
  await expect(colleague.api.changeSets.undo({ id: set })).rejects.toMatchObject({ code: 'notFound' })
  expect((await colleague.api.changeSets.list({})).rows).toEqual([])
  await app.owner.api.customers.update({ id, version: 2, changes: { ownerId: colleague.id } })
  expect(await rep.api.changeSets.preview({ id: set })).toMatchObject({
    restored: 0,
    items: [{ label: '', fields: [], skipped: [{ field: 'record', reason: 'notAllowed' }] }],
  })
  await expect(rep.api.changeSets.undo({ id: set })).rejects.toMatchObject({ details: { code: 'nothingToUndo' } })
  expect(await app.owner.api.customers.read({ id })).toMatchObject({ level: 'key', version: 3 })
  await app.close()
})

it('does not show or touch fields the viewer does not see, nor those fixed for them', async () => {
  const app = openTestApp()
  const { id } = await app.owner.api.customers.create({ name: '德力', phone: '1111111', level: 'normal', note: '旧' })
  await app.owner.api.customers.update({
    id,
    version: 1,
    changes: { phone: '2222222', level: 'key', note: '新', industry: '机械' },
  })
  const set = app.owner.lastChangeSet()!
  const grants = {
    'customers.view': 'all',
    'customers.update': 'all',
    'changeSets.view': 'all',
    'changeSets.undo': 'all',
  } as const
  const clerk = app.person({
    roleIds: [app.role(grants, { customers: { phone: 'hidden', note: 'masked', level: 'readOnly' } })],
  })
  const preview = await clerk.api.changeSets.preview({ id: set })
  expect(preview.items[0]).toMatchObject({
    fields: [{ field: 'industry', from: '机械', to: null }],
    skipped: [{ field: 'level', reason: 'notAllowed' }],
  })
  expect(JSON.stringify(preview)).not.toMatch(/phone|note|2222222|新/)
  await clerk.api.changeSets.undo({ id: set })
  expect(await app.owner.api.customers.read({ id })).toMatchObject({
    phone: '2222222',
    level: 'key',
    note: '新',
    industry: null,
  })
  await app.close()
})

it('is held to the rules of the office: the last owner stays one', async () => {
  const app = openTestApp()
  const second = app.person({ roles: ['rep'] })
  const [row] = app.host.db
    .prepare('SELECT id, version, role_ids roleIds FROM people WHERE id = ?')
    .all(app.owner.id) as { id: number; version: number; roleIds: string }[]
  await app.owner.api.organization.updatePerson({
    id: second.id,
    version: 1,
    changes: { roleIds: JSON.parse(row!.roleIds) as string[] },
  })
  const set = app.owner.lastChangeSet()!
  await app.owner.api.organization.updatePerson({
    id: app.owner.id,
    version: row!.version,
    changes: { position: '顾问' },
  })
  app.host.db.prepare(`UPDATE people SET role_ids = '[]' WHERE id = ?`).run(app.owner.id)
  app.host.services.rights.forget()
  await expect(second.api.changeSets.undo({ id: set })).rejects.toMatchObject({ details: { code: 'nothingToUndo' } })
  expect(await second.api.changeSets.preview({ id: set })).toMatchObject({ restored: 1 })
  await app.close()
})

it('undoes large sets in chunks, as one set, and stops when called off', async () => {
  const app = openTestApp()
  const rep = app.person()
  let set: number | undefined
  for (let i = 0; i < 450; i++) {
    const call = {
      path: 'customers.create',
      input: { name: `客户${i}` },
      token: rep.token,
      device: 'test',
      local: true,
      reply: { setToken: () => undefined },
    }
    set = (await app.host.call({ ...call, changeSet: set })).changeSetId ?? undefined
  }
  await expect(rep.api.changeSets.undo({ id: set! })).rejects.toMatchObject({ details: { code: 'tooLarge' } })
  await expect(rep.api.changeSets.undoChunk({ run: 'made up', before: null })).rejects.toMatchObject({
    code: 'notFound',
  })
  const { jobId } = await rep.api.changeSets.undoLarge({ id: set! })
  await expect.poll(async () => (await rep.api.jobs.read({ id: jobId })).state, patient).toBe('done')
  const job = await rep.api.jobs.read({ id: jobId })
  expect(job).toMatchObject({ total: 450, done: 450, result: { summary: { restored: 450, skipped: 0 } } })
  expect((await rep.api.customers.list({})).rows).toHaveLength(0)
  const chunks = (await app.owner.api.auditLog.list({ path: 'changeSets.undoChunk', outcome: 'ok' })).rows
  expect(chunks.length).toBeGreaterThan(2)
  const [newest] = (await rep.api.changeSets.list({})).rows
  expect(newest).toMatchObject({ changeCount: 450, undoes: set })
  const again = await rep.api.changeSets.undoLarge({ id: newest!.id })
  await expect.poll(async () => (await rep.api.jobs.read({ id: again.jobId })).done, patient).toBeGreaterThan(0)
  await rep.api.jobs.cancel({ id: again.jobId })
  await expect.poll(async () => (await rep.api.jobs.read({ id: again.jobId })).state, patient).not.toBe('running')
  const back = (await rep.api.customers.count({})).value
  expect(back).toBeGreaterThan(0)
  const part = (await rep.api.changeSets.list({})).rows[0]!
  expect(part).toMatchObject({ undoes: newest!.id, changeCount: back })
  await app.close()
})
