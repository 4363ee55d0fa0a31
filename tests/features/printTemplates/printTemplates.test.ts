import { expect, it } from 'vitest'
import { builtInTemplates } from '@shared/printing/builtIn'
import { languages } from '@shared/locales/messages'
import { paperKinds } from '@shared/printing/kinds'
import type { TemplateBody } from '@shared/printing/template'
import { openTestApp } from '../../support/app'

const language = 'zh-CN' as const
const own = (blocks: TemplateBody['blocks']): string =>
  JSON.stringify({ ...builtInTemplates.customerCard, blocks } satisfies TemplateBody)

it('the card of a customer stands on paper as its viewer may see it, and the print is in the audit log', async () => {
  const app = openTestApp()
  const rep = app.person({ name: '周敏' })
  const { id } = await rep.api.customers.create({
    name: '苏州德力精密机械有限公司',
    level: 'key',
    pastAmount: 1_234_567,
  })
  await rep.api.contacts.create({ customerId: id, name: '王建国', phone: '13812345678' })
  const { html, title } = await rep.api.customers.printCard({ id, language })
  expect(title).toBe('苏州德力精密机械有限公司')
  for (const word of ['重点', '王建国', '13812345678', '打印人', '周敏', 'counter(pages)']) expect(html).toContain(word)
  const logged = await app.owner.api.auditLog.list({})
  expect(JSON.stringify(logged)).toContain('customers.printCard')
  await app.close()
})

it('the foot says which page of how many in the words of the language; a typed name counts nothing', async () => {
  const app = openTestApp()
  const { id } = await app.owner.api.customers.create({ name: '德力 {{page}}' })
  const foot = async (inLanguage: (typeof languages)[number]): Promise<string> =>
    (await app.owner.api.customers.printCard({ id, language: inLanguage })).html
  // on a screen, where there are no pages, it stands once
  expect(await foot('zh-CN')).toContain('<span>第 1 页，共 … 页</span>')
  expect(await foot('zh-CN')).toContain('content: "第 " counter(page) " 页，共 " counter(pages) " 页"')
  expect(await foot('en')).toContain('content: "Page " counter(page) " of " counter(pages)')
  expect((await foot('en')).match(/counter\(page\)/g)).toHaveLength(1)
  await app.close()
})

it('a hidden field is not on the paper, whatever the template asks for', async () => {
  const app = openTestApp()
  const role = app.role(
    { 'customers.view': 'all', 'customers.print': 'all' },
    { customers: { phone: 'hidden', address: 'masked' } },
  )
  const { id } = await app.owner.api.customers.create({
    name: '德力',
    phone: '0512-62880000',
    address: '苏州工业园区星海街',
  })
  const { id: templateId } = await app.owner.api.printTemplates.create({
    kind: 'customerCard',
    name: '全部',
    body: own([{ kind: 'text', text: '{{customer.phone}} / {{customer.address}}' }]),
  })
  const { html } = await app.person({ roleIds: [role] }).api.customers.printCard({ id, language, templateId })
  expect(html).not.toContain('62880000')
  expect(html).not.toContain('星海街')
  expect(html).not.toContain('{{')
  const { id: facts } = await app.owner.api.printTemplates.create({
    kind: 'customerCard',
    name: '项目',
    body: own([{ kind: 'facts', keys: ['customer.name', 'customer.phone'], columns: 1, hideEmpty: false }]),
  })
  const facing = await app.person({ roleIds: [role] }).api.customers.printCard({ id, language, templateId: facts })
  expect(facing.html).toContain('客户名称')
  expect(facing.html).not.toContain('customer.phone')
  await app.close()
})

it('a customer out of sight is not there, one within sight but out of print is refused', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.create({ name: '德力' })
  await expect(app.person().api.customers.printCard({ id, language })).rejects.toMatchObject({ code: 'notFound' })
  const seeing = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'customers.print': 'own' })] })
  await expect(seeing.api.customers.printCard({ id, language })).rejects.toMatchObject({ code: 'forbidden' })
  expect(
    (await seeing.api.customers.printList({ language, columns: ['name'], title: '客户', told: '' })).html,
  ).not.toContain('德力')
  const looking = app.person({ roleIds: [app.role({ 'customers.view': 'all' })] })
  await expect(looking.api.customers.printCard({ id, language })).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

it('what people typed runs nowhere on paper, neither in the text nor in the lines of the page', async () => {
  const app = openTestApp()
  const bad = `</style><script>alert(1)</script><img src=x onerror=alert(2)>"\\`
  const { id } = await app.owner.api.customers.create({ name: bad })
  const body = JSON.stringify({
    ...builtInTemplates.customerCard,
    header: { left: bad, center: '{{customer.name}}', right: '' },
  })
  const { id: templateId } = await app.owner.api.printTemplates.create({ kind: 'customerCard', name: 'x', body })
  const { html } = await app.owner.api.customers.printCard({ id, language, templateId })
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<img')
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  await app.close()
})

it('the list prints its lines in order with the chosen columns, and refuses more than paper holds', async () => {
  const app = openTestApp()
  for (const name of ['甲公司', '乙公司']) await app.owner.api.customers.create({ name })
  const { html, landscape } = await app.owner.api.customers.printList({
    language,
    columns: ['name', 'level'],
    sort: [{ field: 'name', direction: 'asc' }],
    title: '我的客户',
    told: '级别是重点',
  })
  expect(landscape).toBe(true)
  expect(html.indexOf('乙公司')).toBeLessThan(html.indexOf('甲公司'))
  expect(html).toContain('级别是重点')
  await app.close()
})

it('one template of a kind is the standard; the built-in one stays to be chosen', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const { id } = await api.customers.create({ name: '德力' })
  const body = own([{ kind: 'heading', level: 1, text: '我们的卡片' }])
  const first = await api.printTemplates.create({ kind: 'customerCard', name: '一', body, standard: true })
  await api.printTemplates.create({ kind: 'customerCard', name: '二', body, standard: true })
  const { rows } = await api.printTemplates.choices({ kind: 'customerCard' })
  expect(rows.map(({ name, standard }) => [name, standard])).toEqual([
    ['一', false],
    ['二', true],
  ])
  expect((await api.customers.printCard({ id, language })).html).toContain('我们的卡片')
  expect((await api.customers.printCard({ id, language, templateId: null })).html).not.toContain('我们的卡片')
  await expect(api.customers.printCard({ id, language, templateId: 999 })).rejects.toMatchObject({ code: 'notFound' })
  expect((await api.printTemplates.read({ id: first.id })).standard).toBe(false)
  await app.close()
})

it('a body that is no template is refused, and only those with the right write one', async () => {
  const app = openTestApp()
  for (const body of ['', '{}', 'null', '{"blocks":[{"kind":"html","text":"<b>"}]}'])
    await expect(app.owner.api.printTemplates.create({ kind: 'customerCard', name: 'x', body })).rejects.toMatchObject({
      code: 'invalid',
    })
  const rep = app.person()
  await expect(rep.api.printTemplates.create({ kind: 'customerCard', name: 'x', body: own([]) })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  await expect(rep.api.printTemplates.vocabulary({ kind: 'customerCard', language })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await rep.api.printTemplates.choices({ kind: 'customerCard' })).rows).toEqual([])
  await app.close()
})

it('the preview and the words to choose from follow the newest record in sight', async () => {
  const app = openTestApp()
  await app.owner.api.customers.create({ name: '示例公司' })
  const { api } = app.owner
  const { values, tables, builtIn } = await api.printTemplates.vocabulary({ kind: 'customerCard', language })
  expect(values).toContainEqual({ key: 'customer.name', label: '客户名称' })
  expect(tables.map(({ key }) => key)).toEqual(['contacts', 'followUps'])
  const { html } = await api.printTemplates.preview({ kind: 'customerCard', language: 'en', body: builtIn })
  expect(html).toContain('示例公司')
  expect(html).toContain('Printed by')
  await app.close()
})

it('an office without records says so, instead of a blank sheet', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const preview = async () => {
    const { builtIn } = await api.printTemplates.vocabulary({ kind: 'customerCard', language })
    return api.printTemplates.preview({ kind: 'customerCard', language, body: builtIn })
  }
  expect(await preview()).toMatchObject({ empty: true })
  const order = { language, columns: ['name'], title: '客户', told: '' }
  expect((await api.customers.printList(order)).html).toContain('没有记录')
  await api.customers.create({ name: '德力' })
  expect(await preview()).toMatchObject({ empty: false })
  expect((await api.customers.printList(order)).html).not.toContain('没有记录')
  await app.close()
})

it('placeholders that stand for nothing are told to whoever writes the template', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const { builtIn } = await api.printTemplates.vocabulary({ kind: 'customerCard', language })
  expect(await api.printTemplates.preview({ kind: 'customerCard', language, body: builtIn })).toMatchObject({
    unknown: [],
  })
  const body = {
    ...builtIn,
    header: { left: '{{ companny }}', center: '{{page}} / {{pages}}', right: '{{words.contacts}}' },
    blocks: [
      { kind: 'text' as const, text: '{{customer.nome}} {{customer.name}} {{page}} {{customer.nome}}' },
      { kind: 'signatures' as const, labels: ['{{words.nobody}}'] },
    ],
  }
  const { unknown, html } = await api.printTemplates.preview({ kind: 'customerCard', language, body })
  expect(unknown).toEqual(['customer.nome', 'page', 'words.nobody', 'companny'])
  expect(html).toContain('{{customer.nome}}')
  await app.close()
})

it('every kind of paper has words to choose from in a new office, each with a name in both languages', async () => {
  const app = openTestApp()
  for (const kind of paperKinds)
    for (const inLanguage of languages) {
      const { values, tables } = await app.owner.api.printTemplates.vocabulary({ kind, language: inLanguage })
      const told = [...values, ...tables, ...tables.flatMap(({ columns }) => columns)]
      expect(tables.length).toBeGreaterThan(0)
      expect(told.filter(({ key, label }) => label === key || label === '')).toEqual([])
      const named = new Set([...values, ...tables].map(({ key }) => key))
      const used = builtInTemplates[kind].blocks.flatMap((block) =>
        block.kind === 'facts' ? block.keys : block.kind === 'table' ? [block.table] : [],
      )
      expect(used.filter((key) => !named.has(key))).toEqual([])
    }
  await app.close()
})
