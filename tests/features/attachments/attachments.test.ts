import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cleanContents } from '@main/features/attachments/clean'
import { purgeRecycleBin } from '@main/features/recycleBin/purge'
import { attachmentFields } from '@shared/features/attachments/fields'
import { largestAttachment, mostAttachments } from '@shared/features/attachments/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { hostileNames } from '../files/hostileNames'

let app: TestApp
let rep: TestPerson
let reader: TestPerson
let stranger: TestPerson
let customerId: number
let about: { entity: string; id: number }
beforeEach(async () => {
  app = openTestApp()
  rep = app.person({ name: '陈涛' })
  reader = app.person({ name: '何静' })
  stranger = app.person({ name: '外人' })
  const customer = await rep.api.customers.create({ name: '苏州德力' })
  customerId = customer.id
  about = { entity: 'customers', id: customerId }
  await app.owner.api.customers.setTeam({ id: customerId, version: 1, team: [{ personId: reader.id, level: 'read' }] })
})
afterEach(() => app.close())

async function upload(who: TestPerson, name: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content)
  const { token } = await who.api.files.begin({ name, size: bytes.length })
  if (bytes.length > 0) await who.api.files.append({ token, offset: 0, data: bytes.toString('base64') })
  return token
}
const attach = async (who: TestPerson, name: string, content: string | Buffer, to = about) =>
  (await who.api.attachments.add({ about: to, token: await upload(who, name, content) })).attachment

async function opened(who: TestPerson, id: number): Promise<string> {
  const { token } = await who.api.attachments.open({ id, purpose: 'download' })
  return Buffer.from((await who.api.files.download({ token, offset: 0 })).data, 'base64').toString()
}
const folder = (): string => join(app.host.services.contents.pathOf('0'.repeat(64)), '../..')
const onDisk = (): string[] =>
  readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

test('a name too long for its place is made shorter, and tells still what the file is', async () => {
  for (const name of [`${'x'.repeat(300)}.txt`, `${'关于'.repeat(120)}.pdf`, `${'x'.repeat(240)}.verylongend`]) {
    const made = await attach(rep, name, '内容')
    expect(made.name.length).toBeLessThanOrEqual(attachmentFields.fields.name.max)
    expect(made.name.split('.').at(-1)).toBe(name.split('.').at(-1))
    await rep.api.attachments.rename({ id: made.id, version: 1, name: made.name })
  }
})

test('a file is kept with a record and comes back as it was', async () => {
  const made = await attach(rep, '报价单.txt', '一台 1200 元')
  expect(made).toMatchObject({ name: '报价单.txt', personId: rep.id, label: '苏州德力', canRemove: true })
  expect(await opened(rep, made.id)).toBe('一台 1200 元')
  expect((await rep.api.customers.overview({ id: customerId })).counts).toMatchObject({ attachments: 1 })
})

test('who sees the record reads its files, who may change it adds and removes them, nobody else', async () => {
  const { id } = await attach(rep, 'a.txt', 'a')
  expect(await reader.api.attachments.list({ customerId })).toMatchObject({
    rows: [{ id, canRemove: false }],
    canAdd: false,
  })
  expect(await opened(reader, id)).toBe('a')
  const token = await upload(reader, 'b.txt', 'b')
  await expect(reader.api.attachments.add({ about, token })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(reader.api.attachments.archive({ id, version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(reader.api.attachments.rename({ id, version: 1, name: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await stranger.api.attachments.list({ customerId })).toEqual({ rows: [], canAdd: false })
  expect(await stranger.api.attachments.list({ about: { entity: 'customers', ids: [customerId] } })).toEqual({
    rows: [],
    canAdd: false,
  })
  const theirs = await upload(stranger, 'b.txt', 'b')
  await expect(stranger.api.attachments.add({ about, token: theirs })).rejects.toMatchObject({ code: 'notFound' })
  for (const call of [
    stranger.api.attachments.open({ id, purpose: 'preview' }),
    stranger.api.attachments.archive({ id, version: 1 }),
    stranger.api.attachments.rename({ id, version: 1, name: 'x' }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'notFound' })
  // another person's upload is nobody else's
  await expect(rep.api.attachments.add({ about, token: theirs })).rejects.toMatchObject({ code: 'notFound' })
})

test('files of a task are for who has to do with it, and stand on the customer it is about', async () => {
  const boss = app.person({ name: '林', roles: ['manager'] })
  const doer = app.person({ name: '周', superiorId: boss.id })
  const { id } = await boss.api.customers.create({ name: '无锡启明' })
  await boss.api.customers.setTeam({
    id,
    version: 1,
    team: [
      { personId: doer.id, level: 'read' },
      { personId: reader.id, level: 'read' },
    ],
  })
  const task = await boss.api.tasks.create({ title: '勘查', ownerId: doer.id, about: { entity: 'customers', id } })
  const of = { entity: 'tasks', id: task.id }
  const file = await attach(doer, '勘查单.pdf', 'pdf', of)
  expect(file).toMatchObject({ label: '勘查', canRemove: true })
  const names = async (who: TestPerson) =>
    (await who.api.attachments.list({ customerId: id })).rows.map((row) => row.name)
  expect([await names(boss), await names(doer), await names(reader)]).toEqual([['勘查单.pdf'], ['勘查单.pdf'], []])
  await expect(reader.api.attachments.open({ id: file.id, purpose: 'preview' })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(reader.api.attachments.add({ about: of, token: await upload(reader, 'x', 'x') })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(boss.api.tasks.create({ title: '再派', about: of })).rejects.toMatchObject({ code: 'notFound' })
  await boss.api.tasks.archive({ id: task.id, version: 1 })
  expect(await names(boss)).toEqual([])
})

test('files of contacts and follow-ups stand on their customer, for who sees those', async () => {
  const contact = await rep.api.contacts.create({ customerId, name: '王' })
  const followUp = await rep.api.followUps.create({ customerId, way: 'call', content: '谈了' })
  await attach(rep, '名片.png', 'png', { entity: 'contacts', id: contact.id })
  await attach(rep, '录音.mp3', 'mp3', { entity: 'followUps', id: followUp.id })
  const names = async (who: TestPerson) => (await who.api.attachments.list({ customerId })).rows.map((row) => row.name)
  expect(await names(rep)).toEqual(['录音.mp3', '名片.png'])
  const half = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'contacts.view': 'all' })] })
  expect(await names(half)).toEqual(['名片.png'])
  expect((await half.api.customers.overview({ id: customerId })).counts).toEqual({
    contacts: 1,
    tasks: 0,
    attachments: 1,
  })
  for (const entity of ['people', 'roles', 'attachments', '__proto__'])
    await expect(
      app.owner.api.attachments.add({ about: { entity, id: 1 }, token: await upload(app.owner, 'a', 'a') }),
    ).rejects.toMatchObject({ code: 'notFound' })
})

test('nothing empty, too large or too much', async () => {
  const empty = await upload(rep, 'a.txt', '')
  await expect(rep.api.attachments.add({ about, token: empty })).rejects.toMatchObject({
    details: { code: 'attachmentEmpty' },
  })
  const { token } = await rep.api.files.begin({ name: 'a.zip', size: largestAttachment + 1 })
  await expect(rep.api.attachments.add({ about, token })).rejects.toMatchObject({
    details: { code: 'uploadUnfinished' },
  })
  const insert = app.host.db.prepare(
    `INSERT INTO attachments (created_at, updated_at, created_by_id, name, entity, record_id, size, hash, person_id) VALUES (0, 0, 0, 'x', 'customers', ?, 1, ?, 1)`,
  )
  for (let i = 0; i < mostAttachments; i++) insert.run(customerId, 'a'.repeat(64))
  await expect(attach(rep, 'a.txt', 'a')).rejects.toMatchObject({ details: { code: 'attachmentTooMany' } })
})

test('the same content lies on the disk once', async () => {
  await attach(rep, 'a.txt', 'same')
  await attach(rep, 'b.txt', 'same')
  expect(onDisk()).toHaveLength(1)
})

test('a content that was changed on the disk is noticed, and mended by the same file', async () => {
  const { id } = await attach(rep, 'a.txt', 'true')
  const { hash } = app.host.db.prepare<[], { hash: string }>('SELECT hash FROM attachments').get()!
  const path = app.host.services.contents.pathOf(hash)
  writeFileSync(path, 'trua')
  await expect(opened(rep, id)).rejects.toMatchObject({ code: 'storage', details: { code: 'attachmentDamaged' } })
  await attach(rep, 'again.txt', 'true')
  expect(readFileSync(path, 'utf8')).toBe('true')
  rmSync(path)
  await expect(opened(rep, id)).rejects.toMatchObject({ details: { code: 'attachmentMissing' } })
})

test('hostile names stay names', async () => {
  for (const name of hostileNames.filter((one) => one.length > 0 && one.length <= 255).slice(0, 60))
    await attach(rep, name, name)
  expect(onDisk().every((name) => /^[0-9a-f]{62}$/.test(name))).toBe(true)
  for (const { name } of (await rep.api.attachments.list({ customerId })).rows)
    expect(name).not.toMatch(/[/\\\0]|^\.\.?$/)
})

test('removed files wait in the recycle bin; when they are purged their content goes a day later', async () => {
  const first = await attach(rep, 'a.txt', 'a')
  const second = await attach(rep, 'b.txt', 'b')
  await rep.api.attachments.archive({ id: first.id, version: 1 })
  expect((await rep.api.recycleBin.list({})).rows).toMatchObject([{ entity: 'attachments', label: 'a.txt' }])
  expect(await cleanContents(app.host, new AbortController().signal)).toBe(0)
  app.clock.pass(40 * 86_400_000)
  await purgeRecycleBin(app.host, new AbortController().signal)
  const old = new Date(app.clock.now - 3 * 86_400_000)
  for (const entry of readdirSync(folder(), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old)
  expect(await cleanContents(app.host, new AbortController().signal)).toBe(1)
  const kept = app.host.db
    .prepare<[number], { hash: string }>('SELECT hash FROM attachments WHERE id = ?')
    .get(second.id)!
  expect(await app.host.services.contents.check(kept.hash)).toBe('whole')
})

test('adding is undone, and removing too', async () => {
  const token = await upload(rep, 'a.txt', 'a')
  const { changeSetId, attachment } = await rep.api.attachments.add({ about, token })
  await rep.api.changeSets.undo({ id: changeSetId })
  expect((await rep.api.attachments.list({ customerId })).rows).toEqual([])
  await rep.api.changeSets.undo({ id: rep.lastChangeSet() ?? 0 })
  await rep.api.attachments.archive({ id: attachment.id, version: 3 })
  await rep.api.changeSets.undo({ id: rep.lastChangeSet() ?? 0 })
  expect((await rep.api.attachments.list({ customerId })).rows).toHaveLength(1)
})

test('a download is written down, a look is not', async () => {
  const { id } = await attach(rep, 'a.txt', 'a')
  await reader.api.attachments.open({ id, purpose: 'preview' })
  await reader.api.attachments.open({ id, purpose: 'download' })
  const rows = app.host.db
    .prepare(`SELECT person_id, record_id FROM audit_log WHERE path = 'attachments.open' AND outcome = 'ok'`)
    .all()
  expect(rows).toEqual([{ person_id: reader.id, record_id: id }])
})

test('a retry with the same key keeps the file once, after a restart as well; without it twice', async () => {
  const token = await upload(rep, 'a.txt', 'a')
  const add = (key?: string, place = about) => rep.raw('attachments.add', { about: place, token }, key ? { key } : {})
  const first = await add('k1')
  expect(await add('k1')).toEqual(first)
  expect(await Promise.all([add('k2'), add('k2')])).toHaveLength(2)
  const kept = async () => (await rep.api.attachments.list({ customerId })).rows.length
  expect(await kept()).toBe(2)
  // what the host remembers by itself is gone
  Object.assign(app.host, { services: { ...app.host.services } })
  expect(await add('k1')).toEqual(first)
  expect(await kept()).toBe(2)
  await add()
  expect(await kept()).toBe(3)
  await expect(add('k1', { entity: 'customers', id: 99_999 })).rejects.toMatchObject({ details: { code: 'keyReused' } })
  // somebody else's key says nothing
  await expect(stranger.raw('attachments.add', { about, token }, { key: 'k1' })).rejects.toMatchObject({
    code: 'notFound',
  })
  // what failed is tried again
  await expect(add('k3', { entity: 'customers', id: 99_999 })).rejects.toMatchObject({ code: 'notFound' })
  await expect(add('k3', { entity: 'customers', id: 99_999 })).rejects.toMatchObject({ code: 'notFound' })
  await add('k3')
  expect(await kept()).toBe(4)
})

test('a job begun twice with the same key is one job', async () => {
  const begin = (key: string) => app.owner.raw('values.reckon', {}, { key })
  const first = await begin('j1')
  expect(await begin('j1')).toEqual(first)
  expect(await begin('j2')).not.toEqual(first)
  await app.host.services.jobs.stop()
})
