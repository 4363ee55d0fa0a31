// Editing in the cells of a list, one kind of field after another: by keys alone, refused with a reason, taken back.
import type { Page } from '@playwright/test'
import { call } from './support/calls'
import { go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'

const options = { options: ['a', 'b'], optionLabels: { a: '现金', b: '月结' } }
const kinds: Record<string, object> = {
  文本: { kind: 'text', unique: true },
  长文: { kind: 'longText' },
  数字: { kind: 'number' },
  金额: { kind: 'money' },
  日期: { kind: 'date' },
  时间: { kind: 'dateTime' },
  单选: { kind: 'choice', ...options },
  多选: { kind: 'choices', ...options },
  是否: { kind: 'yesNo' },
  人员: { kind: 'person' },
  关联: { kind: 'reference', entity: 'customers' },
  文件: { kind: 'file' },
}
const own = ['type', 'tags', 'region', 'phone', 'mail', 'website', 'headcount']

const grid = (page: Page) => page.getByRole('grid')
const editor = (page: Page) => page.locator('.editor')
const row = (page: Page) => page.getByRole('row').filter({ hasText: '苏州德力' })

async function columnOf(page: Page, label: string): Promise<number> {
  const heads = await page.getByRole('columnheader').allInnerTexts()
  return heads.findIndex((head) => head.replace(/（元）$/u, '') === label)
}
const cell = async (page: Page, label: string) =>
  row(page)
    .getByRole('gridcell')
    .nth(await columnOf(page, label))

/** By keys alone, as E does it. */
async function open(page: Page, label: string): Promise<void> {
  await grid(page).focus()
  const stands = (await grid(page).getAttribute('aria-activedescendant')) ?? ''
  // the first heading is that of the ticks
  const steps = (await columnOf(page, label)) - 1 - Number(stands.split('-').at(-1))
  for (let at = 0; at < Math.abs(steps); at++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft')
  await page.keyboard.press('e')
  await expect(editor(page).locator(':focus')).toHaveCount(1)
}
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

async function fill(page: Page): Promise<void> {
  const office = await call(page, 'customers.create', { name: '苏州德力精密机械有限公司', phone: '0512-62880000' })
  await call(page, 'customers.create', { name: '无锡百川仪表有限公司', phone: '0510-51695745', tags: ['老客户'] })
  expect(office).not.toBeNull()
  for (const [label, field] of Object.entries(kinds))
    await call(page, 'customFields.create', { entity: 'customers', label, field })
  const columns = ['name', ...own, ...Object.keys(kinds).map((_, at) => `custom.f${at + 1}`)]
  await call(page, 'settings.setPreference', {
    key: 'list.customers',
    value: JSON.stringify({ quick: 'all', columns: columns.map((field) => ({ field, frozen: field === 'name' })) }),
  })
  await page.reload()
  await go(page, '/customers')
  await page.getByRole('textbox', { name: '在列表里找' }).fill('苏州德力')
  await expect(page.getByRole('row')).toHaveCount(2)
}

/** What is typed after opening, and how the cell reads then. A list of choices keeps as soon as one is taken. */
const typed: [label: string, text: string, shown: string][] = [
  ['电话', '0512-62880001', '0512-62880001'],
  ['邮箱', 'info@deli-sz.com', 'info@deli-sz.com'],
  ['网址', 'www.deli-sz.com', 'www.deli-sz.com'],
  ['人数', '１，２００', '1,200'],
  ['文本', '甲方', '甲方'],
  ['数字', '12.5', '12.5'],
  ['金额', '3.5万', '35,000'],
  ['日期', '2026/1/5', '2026-01-05'],
  ['时间', '2026-1-5 9点', '2026-01-05 09:00'],
]
const refused: [label: string, text: string, reason: string][] = [
  ['电话', 'abc', '电话看起来不对'],
  ['邮箱', '没有', '邮箱看起来不对'],
  ['人数', '很多', '请填数字'],
  ['金额', '一百', '请填金额'],
  ['日期', '2026-13-45', '请填正确的日期'],
  ['时间', '下午', '请填正确的时间'],
  ['文本', '乙方', '已经有了'],
]

test.setTimeout(90_000)
test('@browser every kind of field is edited in its cell', async ({ office, page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.keyboard.press('Escape')
  await fill(page)

  await test.step('what is typed is kept by Enter', async () => {
    for (const [label, text, shown] of typed) {
      await open(page, label)
      await write(page, text)
      await page.keyboard.press('Enter')
      await expect(await cell(page, label)).toHaveText(shown)
      await expect(editor(page)).toBeHidden()
    }
    await open(page, '长文')
    await write(page, '第一行')
    await page.keyboard.press('Enter')
    await page.keyboard.type('第二行')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(await cell(page, '长文')).toHaveText(/第一行\s第二行/)
  })

  await test.step('what is chosen from a list', async () => {
    for (const [label, shown] of [
      ['类型', '目标'],
      ['单选', '现金'],
    ] as const) {
      await open(page, label)
      await page.keyboard.press('ArrowDown')
      if (label === '单选') await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await expect(await cell(page, label)).toHaveText(shown)
    }
    for (const [label, name] of [
      ['人员', '赵国栋'],
      ['关联', '无锡百川仪表有限公司'],
      ['地区', '苏州市 昆山市'],
    ] as const) {
      await open(page, label)
      await page.keyboard.type(name.slice(0, 2) === '苏州' ? '昆山' : name.slice(0, 4))
      await expect(page.locator('.v-binder-follower-container').getByText(name).first()).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(await cell(page, label)).toContainText(name)
    }
  })

  await test.step('several at once: Enter takes one, another Enter keeps; a known word is taken too', async () => {
    await open(page, '多选')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(await cell(page, '多选')).toHaveText('月结')
    await open(page, '标签')
    await page.keyboard.type('新词')
    await page.keyboard.press('Enter')
    await page.keyboard.type('老客户')
    await expect(page.locator('.n-base-select-option', { hasText: '老客户' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(await cell(page, '标签')).toHaveText('新词、老客户')
  })

  await test.step('a switch turns by Space and is kept by Enter; a file is picked', async () => {
    await open(page, '是否')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(await cell(page, '是否')).toHaveText('是')
    if (office.where === 'browser') {
      // heard from early on: the browser takes a moment to hand its chooser over
      page.once('filechooser', (chooser) =>
        chooser.setFiles({ name: '营业执照.txt', mimeType: 'text/plain', buffer: Buffer.from('副本') }),
      )
      await open(page, '文件')
      await page.keyboard.press('Enter')
      await expect(await cell(page, '文件')).toHaveText('营业执照.txt')
    }
  })

  await test.step('a bad value stays as it was typed, with the reason; Esc leaves the cell as it was', async () => {
    const other = await call(page, 'customers.create', { name: '另一家', custom: { f1: '乙方' } })
    expect(other).not.toBeNull()
    for (const [label, text, reason] of refused) {
      const before = await (await cell(page, label)).innerText()
      await open(page, label)
      await write(page, text)
      await page.keyboard.press('Enter')
      await expect(editor(page).getByRole('alert')).toHaveText(reason)
      await page.getByRole('columnheader', { name: '客户名称' }).dispatchEvent('pointerdown')
      await expect(editor(page).locator('input').first()).toHaveValue(text)
      await page.keyboard.press('Escape')
      await expect(editor(page)).toBeHidden()
      await expect(await cell(page, label)).toHaveText(before)
    }
  })

  await test.step('a likely double is asked about, and kept when one insists; taken back from the toast', async () => {
    await open(page, '电话')
    await write(page, '0510-51695745')
    await page.keyboard.press('Enter')
    await expect(editor(page).getByRole('alert')).toContainText('无锡百川仪表有限公司')
    await page.keyboard.press('Enter')
    await expect(await cell(page, '电话')).toHaveText('0510-51695745')
    await page.locator('.toast', { hasText: '已保存' }).last().getByRole('button', { name: '撤销' }).click()
    await expect(await cell(page, '电话')).toHaveText('0512-62880001')
  })

  await test.step('the same field changed meanwhile is a clash; another field is none', async () => {
    const change = async (changes: object): Promise<void> => {
      const { version } = (await call(page, 'customers.read', { id: 1 }))!
      await call(page, 'customers.update', { id: 1, version, changes })
    }
    await open(page, '人数')
    await write(page, '300')
    await change({ headcount: 400 })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '按此保存' }).click()
    await expect(await cell(page, '人数')).toHaveText('300')
    await open(page, '人数')
    await write(page, '500')
    await change({ industry: '机床' })
    await page.keyboard.press('Enter')
    await expect(await cell(page, '人数')).toHaveText('500')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('a next step keeps the day that was picked or typed; one that cannot be read is asked for', async () => {
    await go(page, '/customers/1')
    const composer = page.locator('form.composer')
    const day = composer.getByLabel('下次').locator('visible=true').last()
    const write = async (said: string): Promise<void> => {
      await composer.getByRole('textbox', { name: '说了什么' }).fill(said)
      await composer.getByText('选日期').click()
      await day.click()
    }
    await write('谈了备件')
    await page.locator('.n-date-panel-date:not(.n-date-panel-date--excluded)', { hasText: /^28$/ }).click()
    await composer.getByRole('textbox', { name: '下一步' }).fill('送样')
    await expect(day).toHaveValue(/-28 09:00$/)
    await composer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('谈了备件')).toBeVisible()
    await write('谈了付款')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('过两天')
    await composer.getByRole('textbox', { name: '下一步' }).fill('催')
    await composer.getByRole('button', { name: '保存' }).click()
    await expect(composer.getByRole('alert')).toHaveText('请填正确的时间')
    await expect(day).toHaveValue('过两天')
    await page.keyboard.press('Escape')
  })

  await test.step('so is the day somebody left, and the day of a task: what was typed stays, and is told', async () => {
    await call(page, 'contacts.create', { customerId: 1, name: '冯文' })
    await go(page, '/customers/1?tab=contacts')
    await page.getByRole('button', { name: '人走了，换联系人' }).click()
    const dialog = page.getByRole('dialog')
    const left = dialog.getByLabel('离开日期')
    await left.click()
    await write(page, '上个月底')
    await page.keyboard.press('Tab')
    await dialog.getByText('还不知道').click()
    await expect(dialog.getByRole('alert')).toHaveText('请填正确的日期')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(left).toHaveValue('上个月底')
    await left.click()
    await write(page, '2026年11月3日')
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toHaveCount(0)
    expect((await call(page, 'contacts.read', { id: 1 })) as unknown).toMatchObject({ leftOn: '2026-11-03' })

    await go(page, '/tasks')
    await page.getByRole('button', { name: '新建任务' }).first().click()
    await dialog.getByLabel('任务', { exact: false }).first().fill('寄样品')
    await dialog.getByLabel('期限').click()
    await page.keyboard.type('2月31号')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText('请填正确的日期')
    await dialog.getByLabel('期限').click()
    await write(page, '12月5日')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('寄样品')).toBeVisible()
  })
})
