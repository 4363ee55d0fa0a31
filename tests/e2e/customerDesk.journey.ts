// The customer desk, whole: a field of the office's own, a customer from a pasted card, a file, a double merged,
// many changed at once, a list through Excel and back, paper, a handover, and each of it taken back.
import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addColleague, field, go, pickFile, saveFile, setUpOffice, writeBytes } from './support/hands'
import { expect, test } from './support/office'

const card = [
  '苏州德力精密机械有限公司',
  '王建国 采购总监',
  '手机：13812345678  电话：0512-62880000',
  '邮箱 wangjg@deli-sz.com',
  '地址：江苏省苏州市工业园区星湖街328号',
].join('\n')

/** What the browser is about to print from a frame beside the page stands on the body by its title. */
const notePrinting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    new MutationObserver((records) => {
      for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (frame instanceof HTMLIFrameElement)
          frame.addEventListener('load', () =>
            frame.contentWindow?.addEventListener('beforeprint', () =>
              document.body.setAttribute('data-printed', frame.contentDocument?.title ?? ''),
            ),
          )
    }).observe(document.body, { childList: true })
  })

test.setTimeout(300_000)
test('own field, paste, file, merge, bulk edit, paper, handover; each taken back', async ({ office, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-desk-'))

  await test.step('the office, a colleague', async () => {
    await setUpOffice(page)
    await page.getByRole('button', { name: /从空白开始/ }).click()
    await page.keyboard.press('Escape')
    await page.goto(office.at('/settings/organization'))
    await addColleague(page, { name: '周敏', login: 'zhoumin', role: '业务员' })
  })

  await test.step('a field of its own is there at once', async () => {
    await go(page, '/settings/fields')
    await page.getByRole('button', { name: '添加字段' }).first().click()
    await field(page, '名称').getByRole('textbox').first().fill('机柜数量')
    await field(page, '类型').locator('.n-base-selection').first().click()
    await page.locator('.n-base-select-option', { hasText: '数字' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('字段已保存')).toBeVisible()
  })

  await test.step('a pasted card becomes a customer with its contact', async () => {
    await go(page, '/customers')
    await page.keyboard.press('n')
    await page.getByRole('button', { name: '粘贴名片或聊天内容' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '文字' }).fill(card)
    await page.getByRole('button', { name: '建立客户和联系人' }).click()
    await expect(page.getByRole('heading', { name: '苏州德力精密机械有限公司' })).toBeVisible()
    await page.getByRole('tab', { name: /联系人/ }).click()
    await expect(page.getByText('王建国').first()).toBeVisible()
  })
  const address = new URL(page.url()).pathname

  await test.step('a file is kept with it', async () => {
    const file = join(folder, '设备清单.txt')
    writeBytes(file, Buffer.from('三台加工中心，两台三坐标\n'))
    await page.getByRole('tab', { name: /附件/ }).click()
    await pickFile(page, office, file, () => page.getByRole('button', { name: '添加文件' }).click())
    await expect(page.getByText('设备清单.txt').first()).toBeVisible()
    await page.getByRole('button', { name: '预览：设备清单.txt' }).click()
    await expect(page.getByText('三台加工中心')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the own field is filled in the form', async () => {
    await go(page, `${address}/edit`)
    await field(page, '机柜数量').locator('input').fill('12')
    // key by key, as it is typed: between the digits it is no amount yet
    await field(page, '历史成交额').locator('input').pressSequentially('125000.5')
    await expect(field(page, '历史成交额').locator('input')).toHaveValue('125000.5')
    await page.getByRole('button', { name: '保存' }).first().click()
    await page.getByRole('tab', { name: /资料/ }).click()
    await expect(page.getByText('机柜数量').first()).toBeVisible()
  })

  await test.step('the contact leaves and another comes; taken back', async () => {
    await go(page, address)
    await page.getByRole('tab', { name: /联系人/ }).click()
    const line = page.getByRole('listitem').filter({ hasText: '王建国' })
    await line.getByRole('button', { name: '人走了，换联系人' }).click()
    await field(page, '姓名').getByRole('textbox').fill('林晓梅')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('王建国 已标为离开')).toBeVisible()
    await expect(line.getByText('已离职')).toBeVisible()
    await expect(page.getByRole('button', { name: '林晓梅' })).toBeVisible()
    await page.locator('.toast', { hasText: '已标为离开' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('button', { name: '林晓梅' })).toBeHidden()
  })

  await test.step('the customer gets another owner, with the reason; taken back', async () => {
    await go(page, address)
    await page.getByRole('button', { name: '换负责人' }).click()
    const dialog = page.getByRole('dialog')
    await field(page, '换成谁').locator('.n-base-selection').first().click()
    await page.locator('.n-base-select-option', { hasText: '周敏' }).first().click()
    await field(page, '原因').getByRole('textbox').fill('片区调整')
    await dialog.getByText('查看', { exact: true }).click()
    await dialog.getByRole('button', { name: '换负责人' }).click()
    await expect(page.locator('.facts').getByText('周敏')).toBeVisible()
    await expect(page.getByText('片区调整')).toBeVisible()
    await expect(page.getByText('赵国栋（只读）').first()).toBeVisible()
    await page.locator('.toast', { hasText: '已交给 周敏' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.locator('.facts').getByText('赵国栋')).toBeVisible()
    await page.locator('.toast', { hasText: '已撤销' }).last().getByRole('button', { name: '重做' }).click()
    await expect(page.locator('.facts').getByText('周敏')).toBeVisible()
    await page.locator('.toast', { hasText: '已重做' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.locator('.facts').getByText('赵国栋')).toBeVisible()
  })

  await test.step('a double is told while typing, found by the scan, merged, and taken apart again', async () => {
    await go(page, '/customers')
    await page.keyboard.press('n')
    await field(page, '客户名称').getByRole('textbox').fill('苏州德力精密机械（有限公司）')
    await expect(page.getByText('可能已经有这家客户了')).toBeVisible()
    await field(page, '电话').getByRole('textbox').fill('0512-62880000')
    await page.getByRole('dialog').getByRole('button', { name: '建立', exact: true }).click()
    await page.getByRole('button', { name: '不是同一家，仍然建立' }).click()
    await expect(page.getByRole('heading', { name: '苏州德力精密机械（有限公司）' })).toBeVisible()
    await go(page, '/duplicates')
    await page.getByRole('button', { name: '扫描全部客户' }).first().click()
    await page.getByRole('button', { name: '合并…' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click()
    await expect(page.getByText('已合并，另一家在回收站里')).toBeVisible()
    await page.locator('.toast', { hasText: '已合并' }).getByRole('button', { name: '撤销' }).click()
    await go(page, '/customers')
    await expect(page.getByText('苏州德力精密机械（有限公司）').first()).toBeVisible()
  })

  await test.step('paper', async () => {
    await go(page, address)
    await page.getByRole('button', { name: '打印', exact: true }).click()
    const paper = page.frameLocator('iframe.paper').getByText('王建国').first()
    await expect(paper).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // the second time the templates to choose from are known
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await expect(paper).toBeVisible()
    // in the window the system's own dialog would wait for somebody
    if (office.where === 'desktop') return page.keyboard.press('Escape')
    await notePrinting(page)
    await page.getByRole('dialog').getByRole('button', { name: '打印', exact: true }).click()
    await expect(page.locator('body')).toHaveAttribute('data-printed', '苏州德力精密机械有限公司')
  })

  await test.step('a column is as wide as its edge is drawn', async () => {
    await go(page, '/customers')
    const heading = page.getByRole('columnheader', { name: '客户名称' })
    const { x, y, width } = (await heading.boundingBox())!
    await page.mouse.move(x + width - 3, y + 12)
    await page.mouse.down()
    await page.mouse.move(x + width + 77, y + 12, { steps: 8 })
    await page.mouse.up()
    await expect.poll(async () => (await heading.boundingBox())?.width).toBeGreaterThan(width + 70)
  })

  await test.step('the list goes to Excel', async () => {
    await go(page, '/customers')
    await page.getByRole('button', { name: '导出' }).click()
    const saved = await saveFile(page, office, join(folder, '客户.xlsx'), () =>
      page.getByRole('dialog').getByRole('button', { name: '导出' }).click(),
    )
    await expect.poll(() => existsSync(saved) && statSync(saved).size).toBeGreaterThan(1000)
  })

  await test.step('both go to the colleague at once', async () => {
    await page.locator('thead input[type=checkbox], [role=columnheader] input[type=checkbox]').first().check()
    await page.getByRole('button', { name: '批量修改' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('换负责人').click()
    await field(page, '新负责人').locator('.n-base-selection').first().click()
    await page.locator('.n-base-select-option', { hasText: '周敏' }).first().click()
    await expect(dialog.getByText('将修改 2 条')).toBeVisible()
    await dialog.getByRole('button', { name: '开始修改' }).click()
    await expect(page.getByText('已修改 2 条')).toBeVisible()
  })

  await test.step('the colleague leaves: all goes back in one step, and that is undone in one', async () => {
    await go(page, '/handovers')
    await page.getByRole('button', { name: '办理交接' }).first().click()
    for (const [label, name] of [
      ['交接人', '周敏'],
      ['接手人', '赵国栋'],
    ] as const) {
      await field(page, label).locator('.n-base-selection').first().click()
      await page.locator('.n-base-select-option', { hasText: name }).first().click()
    }
    await expect(page.getByText(/2 家客户/).first()).toBeVisible()
    await page.getByRole('button', { name: '完成交接' }).click()
    await expect(page.getByText(/交接完成，2 家客户/).first()).toBeVisible()
    await page.locator('.toast', { hasText: '交接完成' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText(/已撤销/).first()).toBeVisible()
    await go(page, address)
    await expect(page.locator('.facts').getByText('周敏')).toBeVisible()
  })
})
