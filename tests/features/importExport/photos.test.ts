// The photo of a card is kept with its contact.
import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { download, importTable } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const picture = (seed: number): Buffer => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(900, seed)])
const card = (name: string, company: string, photo: Buffer): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    ...(company ? [`ORG:${company}`] : []),
    'TEL:13812345678',
    `PHOTO;ENCODING=b;TYPE=JPEG:${photo.toString('base64')}`,
    'END:VCARD',
  ].join('\r\n')
const bring = (who: TestPerson, text: string, more: { dry?: boolean } = {}) =>
  importTable(who, text, { name: '名片.vcf', ...more })
const filesOf = async (who: TestPerson, entity: string, id = 1) =>
  (await who.api.attachments.list({ about: { entity, ids: [id] } })).rows

it('becomes a file of the contact, named after them, byte for byte, and goes with the undo of the import', async () => {
  const photo = picture(1)
  const tried = await bring(app.owner, card('王建国', '苏州德力', photo), { dry: true })
  expect(tried).toMatchObject({ photos: 1, warnings: 0 })
  // a dry run keeps nothing
  const path = app.host.services.contents.pathOf(createHash('sha256').update(photo).digest('hex'))
  expect(existsSync(path)).toBe(false)
  const result = await bring(app.owner, card('王建国', '苏州德力', photo))
  expect({ ...result, changeSetId: null }).toEqual(tried)
  const [file] = await filesOf(app.owner, 'contacts')
  expect(file).toMatchObject({ name: '王建国.jpg', size: photo.length, personId: app.owner.id })
  const { token } = await app.owner.api.attachments.open({ id: file!.id, purpose: 'preview' })
  expect(await download(app.owner, token)).toEqual(photo)
  await app.owner.api.changeSets.undo({ id: result.changeSetId! })
  const { rows } = await app.owner.api.attachments.list({ customerId: 1 }).catch(() => ({ rows: [] }))
  expect(rows).toEqual([])
  expect((await app.owner.api.contacts.list({})).rows).toEqual([])
})

it('of a person without a company belongs to the customer they are', async () => {
  await bring(app.owner, card('张三', '', picture(2)))
  expect(await filesOf(app.owner, 'customers')).toMatchObject([{ name: '张三.jpg' }])
})

it('is not kept twice when the card comes again; a new one is', async () => {
  await bring(app.owner, card('王建国', '苏州德力', picture(1)))
  expect(await bring(app.owner, card('王建国', '苏州德力', picture(1)))).toMatchObject({ photos: 0, changeSetId: null })
  const again = await bring(app.owner, card('王建国', '苏州德力', picture(3)))
  expect(again).toMatchObject({ photos: 1, createdContacts: 0 })
  expect(await filesOf(app.owner, 'contacts')).toHaveLength(2)
})

it('is left out, and said so, where the importer may make contacts but not change them', async () => {
  const grants = {
    'customers.view': 'own',
    'customers.create': 'own',
    'customers.update': 'own',
    'customers.import': 'own',
    'contacts.view': 'own',
    'contacts.create': 'own',
  } as const
  const rep = app.person({ roleIds: [app.role(grants)] })
  const result = await bring(rep, card('王建国', '苏州德力', picture(1)))
  expect(result).toMatchObject({ createdContacts: 1, photos: 0, refused: 0 })
  expect(result.problems).toMatchObject([{ code: 'photo', warning: true }])
  expect(await filesOf(app.owner, 'contacts')).toEqual([])
})
