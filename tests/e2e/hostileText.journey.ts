// Guarantee 15: nothing that a person types or imports runs. Every text field holds the payloads, every view is opened.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { contactFields } from '@shared/features/contacts/fields'
import { customerFields } from '@shared/features/customers/fields'
import { followUpFields } from '@shared/features/followUps/fields'
import type { FieldSet } from '@shared/fields/field'
import { call, type Made } from './support/calls'
import { go, pickFile, setUpOffice } from './support/hands'
import { allPayloads, payloads, watchFor } from './support/hostile'
import { expect, test } from './support/office'
import { everyRoute } from './support/routes'

test.setTimeout(180_000)

/** The payload in every text that takes it, cut to what fits. */
const filled = ({ fields }: FieldSet, payload: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { kind, format, computed }]) => (kind === 'text' || kind === 'longText') && !format && !computed)
      .map(([key, { max = 200 }]) => [key, payload.trim().slice(0, max) || 'x']),
  )

/** Texts with a format, one by one: those it lets through stay. */
async function tryFormats(page: Page, { id, version }: Made, payload: string): Promise<void> {
  for (const key of ['website', 'mail', 'phone', 'taxNumber'])
    await call(page, 'customers.update', { id, version, changes: { [key]: payload } })
}

async function enter(page: Page, payload: string): Promise<void> {
  const customer = await call(page, 'customers.create', {
    ...filled(customerFields, payload),
    tags: [payload.slice(0, 30)],
    // several payloads are one name to the check for duplicates
    despiteDuplicates: true,
  })
  expect(customer, `a customer called ${payload}`).not.toBeNull()
  if (!customer) return
  const customerId = customer.id
  const contact = await call(page, 'contacts.create', { ...filled(contactFields, payload), customerId })
  expect(contact, `a contact called ${payload}`).not.toBeNull()
  const said = {
    customerId,
    contactId: contact?.id,
    way: 'call',
    nextAt: Date.now(),
    ...filled(followUpFields, payload),
  }
  expect(await call(page, 'followUps.create', said), `a follow-up ${payload}`).not.toBeNull()
  await tryFormats(page, customer, payload)
}

const paper = (text: string): Record<string, unknown> => {
  const edge = { left: text.slice(0, 200), center: '', right: '' }
  const blocks = [
    { kind: 'heading', level: 1, text },
    { kind: 'text', text },
  ]
  return { landscape: false, fontSize: 10, margin: 15, watermark: true, header: edge, footer: edge, blocks }
}

/** Names of the office itself, and whatever else takes a text, all of it taken. */
async function enterOffice(page: Page, payload: string): Promise<void> {
  const name = payload.trim().slice(0, 40)
  const about = { entity: 'customers', id: 1 }
  const view = { list: 'customers', filter: null, sort: [], columns: [], shared: true }
  const said: Record<string, unknown> = {
    'organization.createDepartment': { name },
    'organization.createPerson': { name, position: name, roleIds: [] },
    'roles.create': { name, note: payload.slice(0, 100), grants: {}, fieldRights: {} },
    'settings.setOffice': { company: payload.slice(0, 80) },
    'views.create': { ...view, name },
    'customFields.create': { entity: 'customers', label: name, field: { kind: 'text' } },
    'tasks.create': { title: payload.slice(0, 100), note: payload, about },
    'comments.create': { about, text: payload },
    'printTemplates.create': { name, kind: 'customerCard', body: JSON.stringify(paper(payload)) },
  }
  const taken: string[] = []
  for (const [path, input] of Object.entries(said)) if (await call(page, path, input)) taken.push(path)
  expect(taken, payload).toEqual(Object.keys(said))
}

test('@browser nothing typed or imported runs, on any page', async ({ office }) => {
  const page = await office.newPage()
  const watch = await watchFor(page, office.at('/'))
  await page.goto(office.at('/'))
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.keyboard.press('Escape')
  const all = allPayloads(60)

  await test.step('every text field holds a payload', async () => {
    for (const payload of all) await enter(page, payload)
    // two roles of one name are refused
    const named = payloads.slice(0, 12).filter((one) => one === one.trim())
    for (const payload of named) await enterOffice(page, payload)
    await call(page, 'customers.archive', { id: 3, version: 1 })
    expect(await call(page, 'customers.archive', { id: 2, version: 2 }).then(() => true)).toBe(true)
  })

  await test.step('every page', async () => {
    await page.reload()
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    for (const route of everyRoute) {
      await go(page, route)
      await expect(page.locator('#page')).not.toBeEmpty()
      await page.waitForTimeout(250)
      await watch.look(route)
    }
    for (const id of [1, 4, 5, 8, 10, 14]) {
      await go(page, `/customers/${id}`)
      await page.waitForTimeout(200)
      await watch.look(`/customers/${id}`)
    }
  })

  await test.step('what opens over a page', async () => {
    await go(page, '/customers')
    await page.getByRole('grid').first().focus()
    for (let row = 0; row < 8; row++) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
    }
    await watch.look('peek')
    await page.keyboard.press('Control+k')
    for (const words of ['alert', '<img', 'javascript:']) {
      await page.getByRole('dialog').locator('input').first().fill(words)
      await page.waitForTimeout(250)
      await watch.look(`search ${words}`)
    }
    await page.keyboard.press('Escape')
    await go(page, '/settings/changes')
    await page.getByRole('button', { name: '查看与撤销' }).first().click()
    await page.waitForTimeout(300)
    await watch.look('undo preview')
    await page.keyboard.press('Escape')
    await go(page, '/settings/audit-log')
    await page.locator('button[aria-expanded]').first().click()
    await page.waitForTimeout(300)
    await watch.look('a line of the audit log')
  })

  await test.step('an import that brings them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhike-hostile-'))
    const file = join(folder, `<img src=x onerror=alert(1) data-planted>.csv`.replaceAll('/', ''))
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const rows = all.map((payload) => [payload, payload, '13812345678', payload].map(cell).join(','))
    writeFileSync(file, `\uFEFF客户名称,联系人,手机,备注\r\n${rows.join('\r\n')}`)
    await go(page, '/import')
    await pickFile(page, office, file, () => page.getByRole('button', { name: '选择文件' }).click())
    await page.getByRole('button', { name: '试一遍' }).waitFor()
    await watch.look('import, the columns')
    await page.getByRole('button', { name: '试一遍' }).click()
    await page.getByRole('button', { name: '开始导入' }).waitFor()
    await watch.look('import, tried')
  })
  expect(watch.faults).toEqual([])
})

test('@browser is noticed: a page that takes text for markup', async ({ office }) => {
  const page = await office.newPage()
  const watch = await watchFor(page, office.at('/'))
  const noticed: string[] = []
  // text put where v-html would put it, on a page without the policy that is the second line of defence
  await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body: '<main></main>' }))
  await page.goto(office.at('/planted'))
  for (const payload of payloads.filter((one) => one.startsWith('<'))) {
    watch.faults.length = 0
    await page.evaluate((html) => {
      document.body.innerHTML = html
    }, payload)
    await page.waitForTimeout(60)
    await watch.look('planted')
    if (watch.faults.length > 0) noticed.push(payload)
    if (page.url() !== office.at('/planted')) await page.goto(office.at('/planted'))
  }
  expect(
    payloads.filter((one) => one.includes('data-planted') && one.startsWith('<') && !noticed.includes(one)),
  ).toEqual([])
  watch.faults.length = 0
  await page.evaluate(() => window.alert('ran'))
  await page.evaluate(() => fetch('https://outside.invalid/').catch(() => undefined))
  expect(watch.faults.join('\n')).toMatch(/ran alert\(\)[\s\S]*asked https:\/\/outside\.invalid/)
})
