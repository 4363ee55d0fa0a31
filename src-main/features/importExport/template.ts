// An empty workbook whose headings are understood without mapping, with words to pick from and two examples.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Cell, WrittenColumn } from '@main/files/writers/cell'
import { xlsxContent } from '@main/files/writers/xlsx'
import { templateHeadings, templateMarks } from '@shared/features/importExport/templateWords'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'

export async function template(ctx: Context, language: Language): Promise<{ name: string; data: string }> {
  const { choices } = wordsIn(language)
  const people = statement<[], { name: string }>(
    ctx.db,
    'SELECT name FROM people WHERE archived_at IS NULL AND disabled = 0 AND left_on IS NULL ORDER BY id',
  ).all()
  const lists: Record<string, readonly string[]> = {
    'customers.type': Object.values(choices.customers.type),
    'customers.level': Object.values(choices.customers.level),
    'customers.source': Object.values(choices.customers.source),
    'customers.ownerId': people.map(({ name }) => name),
    'contacts.gender': Object.values(choices.contacts.gender),
    'followUps.way': Object.values(choices.followUps.way),
  }
  const headings = templateHeadings[language]
  const columns = headings.map(([heading, target]): WrittenColumn => ({
    heading,
    width: /name|address|note|content/u.test(target) ? 26 : 14,
    choices: lists[target] ?? [],
  }))
  const rows = examples[language].map((example) => headings.map(([, target]): Cell => example[target] ?? null))
  const { imports } = wordsIn(language)
  const content = await xlsxContent(imports.words.template, columns, rows)
  return { name: `${imports.words.template}.xlsx`, data: content.toString('base64') }
}

type Example = Record<string, Cell>

const examples: Record<Language, Example[]> = {
  'zh-CN': [
    {
      'customers.name': `苏州样板机械有限公司${templateMarks['zh-CN']}`,
      'customers.type': '潜在',
      'customers.level': '重点',
      'customers.source': '展会',
      'customers.industry': '机械',
      'customers.phone': '0512-66660000',
      'customers.region': '江苏省 苏州市 吴中区',
      'customers.address': '金枫路 1 号',
      'customers.tags': '老客户；华东',
      'contacts.name': '王建国',
      'contacts.post': '总经理',
      'contacts.phone': '13800000000',
      'contacts.mail': 'wang@example.com',
      'contacts.gender': '男',
      'contacts.birthday': '1980-05-01',
      'followUps.followedAt': { day: '2026-03-05' },
      'followUps.way': '拜访',
      'followUps.content': '看了新车间，要报价',
      'followUps.nextAt': { day: '2026-12-01' },
      'customers.createdAt': { day: '2024-03-05' },
    },
    {
      'customers.name': `苏州样板机械有限公司${templateMarks['zh-CN']}`,
      'contacts.name': '李梅',
      'contacts.post': '采购',
      'contacts.phone': '13900000000',
      'contacts.birthday': '农历八月十五',
    },
  ],
  en: [
    {
      'customers.name': `Sample Machinery Ltd${templateMarks.en}`,
      'customers.industry': 'Machinery',
      'customers.phone': '+86 512 6666 0000',
      'customers.address': '1 Jinfeng Road, Suzhou',
      'contacts.name': 'John Smith',
      'contacts.post': 'Director',
      'contacts.phone': '+86 138 0000 0000',
      'contacts.mail': 'john@example.com',
      'followUps.followedAt': { day: '2026-03-05' },
      'followUps.content': 'Visited the new plant; wants a quote',
      'customers.createdAt': { day: '2024-03-05' },
    },
    {
      'customers.name': `Sample Machinery Ltd${templateMarks.en}`,
      'contacts.name': 'Mary Jones',
      'contacts.post': 'Buyer',
      'contacts.phone': '+86 139 0000 0000',
    },
  ],
}
