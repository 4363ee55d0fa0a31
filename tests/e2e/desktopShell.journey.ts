// What only the desktop window has; @desktop keeps it out of the browser's journeys.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { setUpOffice, signIn } from './support/hands'
import { expect, test, type Office } from './support/office'

const programOf = (office: Office): ElectronApplication => {
  if (!office.desktop) throw new Error('this journey needs the desktop window')
  return office.desktop
}

/** No person sits at the native dialogs: they answer with this path at once. */
const answerDialogs = (program: ElectronApplication, path: string): Promise<void> =>
  program.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)

const hostPid = (program: ElectronApplication): Promise<number> =>
  program.evaluate(
    ({ app }) => app.getAppMetrics().find(({ serviceName }) => serviceName?.startsWith('node.mojom'))?.pid ?? 0,
  )

test('@desktop the page is locked in and the shell answers its calls', async ({ office, page }) => {
  const program = programOf(office)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  await page.evaluate(() => void (window.location.href = 'https://example.com/'))
  await page.waitForTimeout(300)
  expect(page.url()).toContain('app://zhike/')
  expect(await page.evaluate(() => window.zhikeDesktop?.kind)).toBe('desktop')
  const labels = await program.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(labels).toContain('文件')
  await page.evaluate(() => window.zhikeDesktop?.setLanguage('en'))
  const english = await program.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(english).toContain('File')
})

test('@desktop files are read and written through native dialogs, a PDF is made without running scripts', async ({
  office,
  page,
}) => {
  const program = programOf(office)
  const folder = mkdtempSync(join(tmpdir(), 'zhike-files-'))
  await expect(page.getByRole('textbox').first()).toBeVisible()

  await answerDialogs(program, join(folder, '名单.csv'))
  await page.evaluate(async () => {
    const file = await window.zhikeDesktop?.saveFile({ suggestedName: '名单.csv', kinds: [] })
    await file?.write(new TextEncoder().encode('姓名\n'))
    await file?.finish()
  })
  expect(readFileSync(join(folder, '名单.csv'), 'utf8')).toBe('姓名\n')

  writeFileSync(join(folder, '名单.csv'), '0123456789')
  const read = await page.evaluate(async () => {
    const [file] = (await window.zhikeDesktop?.pickFiles({ title: '', kinds: [], multiple: false })) ?? []
    return [file?.name, file?.size, new TextDecoder().decode(await file?.read(8, 10))]
  })
  expect(read).toEqual(['名单.csv', 10, '89'])

  await answerDialogs(program, join(folder, '名单.pdf'))
  const html = '<meta charset="utf-8"><h1>客户名单</h1><script>document.body.innerHTML = ""</script>'
  const job = { title: '名单', html, suggestedName: '名单' }
  expect(await page.evaluate((wanted) => window.zhikeDesktop?.savePdf(wanted), job)).toBe('done')
  expect(existsSync(join(folder, '名单.pdf'))).toBe(true)
  expect(readFileSync(join(folder, '名单.pdf')).length).toBeGreaterThan(3000)
})

test('@desktop a host that falls is started again and the page goes on', async ({ office, page }) => {
  const program = programOf(office)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  const fallen = await hostPid(program)
  expect(fallen).toBeGreaterThan(0)
  process.kill(fallen, 'SIGKILL')
  await expect.poll(() => hostPid(program)).not.toBe(fallen)
  await page.reload()
  await expect(page.getByRole('textbox').first()).toBeVisible()
})

test('@desktop a second window opens beside the first', async ({ office, page }) => {
  await expect(page.getByRole('textbox').first()).toBeVisible()
  const second = await office.newPage()
  await expect(second.getByRole('textbox').first()).toBeVisible()
  expect(programOf(office).windows()).toHaveLength(2)
})

test('@desktop a reload keeps the sign-in that was not to be kept', async ({ page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  const menu = page.getByRole('navigation', { name: '主菜单' })
  await menu.waitFor()
  await page.getByRole('button', { name: /我的菜单/ }).click()
  await page.getByText('退出登录').click()
  await signIn(page, 'zhao')
  await menu.waitFor()
  await page.reload()
  await expect(menu).toBeVisible()
})
