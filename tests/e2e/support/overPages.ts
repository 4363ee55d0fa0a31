// What opens over a page, and the way there; in both languages.
import type { Page } from '@playwright/test'
import { en } from '@shared/locales/en'
import type { Language, Messages, TextKey } from '@shared/locales/messages'
import { zhCN } from '@shared/locales/zh-CN'
import { answerAsEver, answerWrites } from './answers'
import { call } from './calls'
import { go } from './hands'

const languages: Record<Language, Messages> = { 'zh-CN': zhCN, en }
const card =
  '苏州德力精密机械有限公司\n王建国 采购总监\n手机：13812345678  电话：0512-62880000\n邮箱 wangjg@deli-sz.com'

/** The text of a key, up to its first parameter. */
export function words(language: Language, key: TextKey): string {
  const text = key
    .split('.')
    // a key names its leaf step by step; TextKey holds only keys that end in a text
    .reduce<unknown>((from, part) => (from as Record<string, unknown>)[part], languages[language])
  return String(text).split(/[{|]/)[0]?.trim() ?? ''
}

type Press = (key: TextKey) => Promise<void>

async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.locator('.field', { hasText: label }).first().locator('.n-base-selection').first().click()
  await page.keyboard.type(name)
  await page.locator('.n-base-select-option', { hasText: name }).first().click()
}

/** Somebody else saves the first customer while it is being edited. */
async function saveMeanwhile(page: Page): Promise<void> {
  const row = await call(page, 'customers.read', { id: 1 })
  const changes = { shortName: `别人改的 ${row?.version}`, headcount: 240 }
  await call(page, 'customers.update', { id: 1, version: row?.version, changes })
}

const shortName = (page: Page, say: (key: TextKey) => string) =>
  page.locator('.field', { hasText: say('fields.customers.shortName') }).getByRole('textbox')

interface OverPage {
  route: string
  open(page: Page, press: Press, say: (key: TextKey) => string): Promise<void>
  /** Not a dialog, but something that opens in the page. */
  inPage?: boolean
  /** Only where there is room for a table. */
  wideOnly?: boolean
  /** What was saved is refused. */
  refused?: boolean
  /** What it shows was read before it opened. */
  readsNothing?: boolean
}

export const overPages: Record<string, OverPage> = {
  'quick-create': { route: '/customers', open: (page) => page.keyboard.press('n') },
  paste: {
    route: '/customers',
    async open(page, press, say) {
      await page.keyboard.press('n')
      await press('pasting.quick')
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: say('pasting.text') })
        .fill(card)
    },
  },
  palette: {
    route: '/customers',
    async open(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').locator('input').first().fill('上海')
    },
  },
  filter: { route: '/customers', open: (_page, press) => press('records.filter.build') },
  'bulk-edit': {
    route: '/customers',
    wideOnly: true,
    async open(page, press) {
      const boxes = page.getByRole('grid').locator('input[type=checkbox]')
      await boxes.nth(2).click()
      await boxes.nth(3).click()
      await press('records.bulk.button')
    },
  },
  'write-follow-up': { route: '/', open: (_page, press) => press('followUps.write') },
  sharing: { route: '/customers/1', open: (_page, press) => press('customers.team.edit') },
  'change-of-owner': { route: '/customers/1', open: (_page, press) => press('customers.ownerChange.open') },
  print: { route: '/customers/1', open: (_page, press) => press('words.print') },
  export: { route: '/customers', wideOnly: true, readsNothing: true, open: (_page, press) => press('words.export') },
  'edit-contact': {
    route: '/customers/1?tab=contacts',
    open: (page) => page.locator('.who .name').first().click(),
  },
  'replace-contact': {
    route: '/customers/1?tab=contacts',
    open: (_page, press) => press('contacts.replace.open'),
  },
  relation: { route: '/customers/1?tab=ties', open: (_page, press) => press('ties.addRelation') },
  attachment: {
    readsNothing: true,
    route: '/customers/1?tab=attachments',
    async open(page, press, say) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('attachments.add')])
      await chooser.setFiles({ name: '现场记录.txt', mimeType: 'text/plain', buffer: Buffer.from(card) })
      await page
        .getByRole('button', { name: say('attachments.preview') })
        .first()
        .click()
    },
  },
  'pool-card': {
    route: '/pool',
    async open(page) {
      await page.getByRole('gridcell').nth(1).click()
      await page.keyboard.press('Enter')
    },
  },
  restore: {
    readsNothing: true,
    route: '/settings/backup',
    async open(page, press, say) {
      if (!(await page.getByRole('button', { name: say('backup.restore.action') }).count())) await press('backup.now')
      await press('backup.restore.action')
    },
  },
  conflict: {
    route: '/customers/1/edit',
    refused: true,
    readsNothing: true,
    async open(page, press, say) {
      await shortName(page, say).fill('德力精机')
      await saveMeanwhile(page)
      await press('words.save')
    },
  },
  'failing-save': {
    route: '/customers/1/edit',
    inPage: true,
    refused: true,
    readsNothing: true,
    async open(page, press, say) {
      await shortName(page, say).fill('德力精机')
      await answerWrites(page, 'broken')
      await press('words.save')
      await page.locator('#page').getByRole('alert').waitFor()
      await answerAsEver(page)
    },
  },
  merge: { route: '/duplicates', open: (_page, press) => press('duplicates.merge') },
  'own-field': { route: '/settings/fields', open: (_page, press) => press('customFields.add') },
  task: { route: '/tasks', open: (_page, press) => press('tasks.add') },
  undo: { route: '/settings/changes', open: (_page, press) => press('changeSets.look') },
  handover: {
    route: '/handovers/new',
    inPage: true,
    async open(page, _press, say) {
      await pick(page, say('handovers.leaver'), '陈涛')
      await pick(page, say('handovers.successor'), '周敏')
      await page.getByRole('table').first().waitFor()
    },
  },
  person: {
    route: '/settings/organization',
    inPage: true,
    async open(page) {
      await page.locator('.n-tree-node').nth(2).click()
    },
  },
}

/** Opens it, in the place where it belongs; `before` that, once the page is there. */
export async function openOver(
  page: Page,
  name: string,
  language: Language = 'zh-CN',
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const over = overPages[name]
  if (!over) throw new Error(`nothing opens by the name ${name}`)
  const say = (key: TextKey): string => words(language, key)
  await go(page, over.route)
  await page.locator('#page h1').first().waitFor()
  await before()
  await over.open(
    page,
    (key) =>
      page
        .getByRole('button', { name: say(key) })
        .first()
        .click(),
    say,
  )
  if (!over.inPage) await page.getByRole('dialog').first().waitFor()
}
