// A small office with one of everything, made through the api: ids 1 and 2 exist wherever a number is asked for.
import { builtInTemplates } from '@shared/printing/builtIn'
import { openTestApp, type TestApp } from './app'

export const templateBody = JSON.stringify(builtInTemplates.customerCard)

export async function furnishedOffice(): Promise<TestApp> {
  const app = openTestApp()
  const { api } = app.owner
  app.person({ name: '陈涛', roles: ['rep'] })
  app.person({ name: '周敏', roles: ['manager'] })
  await api.organization.createDepartment({ name: '销售一部' })
  await api.organization.createDepartment({ name: '空部门' })
  await api.roles.create({ name: '空角色', note: null, grants: {}, fieldRights: {} })
  for (const name of ['德力', '某信', '第三家']) {
    const customer = await api.customers.quickCreate({ name, phone: '13800000000', contactName: '王' })
    await api.followUps.create({ customerId: customer.id, way: 'call', content: '谈了' })
    await api.views.create({ list: 'customers', name, filter: null, sort: [], columns: [] })
  }
  for (const label of ['等级', '备用'])
    await api.customFields.create({ entity: 'customers', label, field: { kind: 'text' } })
  for (const title of ['寄样品', '报价', '回电']) await api.tasks.create({ title })
  const about = { entity: 'customers', id: 1 }
  for (const text of ['好', '再问', '知道了']) await api.comments.create({ about, text })
  for (const name of ['卡片', '备用卡片', '第三张'])
    await api.printTemplates.create({ kind: 'customerCard', name, body: templateBody })
  const { token } = await api.files.begin({ name: '说明.txt', size: 3 })
  await api.files.append({ token, offset: 0, data: Buffer.from('abc').toString('base64') })
  await api.attachments.add({ about, token })
  await api.settings.setPreference({ key: 'theme', value: 'dark' })
  return app
}
