// How papers look until the office has its own templates. Words come from the data, so both languages share them.
import type { PaperKind } from './kinds'
import type { Block, TemplateBody } from './template'

const paper = (landscape: boolean, blocks: Block[], fontSize = landscape ? 9 : 10): TemplateBody => ({
  landscape,
  fontSize,
  margin: 14,
  watermark: true,
  header: { left: '{{company}}', center: '', right: '{{title}}' },
  footer: { left: '{{words.printedBy}} {{printedBy}} {{printedAt}}', center: '{{words.pageOf}}', right: '' },
  blocks,
})

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
const facts = (keys: string[], columns: 1 | 2 | 3 = 2): Block => ({ kind: 'facts', keys, columns, hideEmpty: true })
const rows = (table: string, title = '', keys: string[] = []): Block => ({ kind: 'table', table, keys, title })

export const builtInTemplates: Record<PaperKind, TemplateBody> = {
  customerCard: paper(false, [
    heading('{{customer.name}}'),
    facts(
      [
        ...['ownerId', 'type', 'level', 'source', 'industry', 'region', 'address', 'phone', 'otherPhones', 'mail'],
        ...['wechat', 'qq', 'website', 'taxNumber', 'lastFollowedAt', 'nextFollowAt', 'nextStep'],
      ].map((key) => `customer.${key}`),
    ),
    facts(['customer.specialPreference', 'customer.note', 'customer.custom.*'], 1),
    rows('contacts', '{{words.contacts}}'),
    rows('followUps', '{{words.followUps}}'),
  ]),
  customerList: paper(true, [heading('{{title}}'), facts(['count', 'filter'], 1), rows('customers')]),
  handover: paper(false, [
    heading('{{title}}'),
    facts(['from', 'to', 'handedAt', 'count', 'rest', 'reason']),
    rows('customers'),
    { kind: 'signatures', labels: ['{{words.from}} {{from}}', '{{receivers}}', '{{words.day}}'] },
  ]),
  periodicList: paper(
    false,
    [
      heading('{{title}}'),
      facts(['date', 'against', 'count', 'entered', 'left'], 3),
      rows('entered', '{{words.entered}}'),
      rows('left', '{{words.left}}'),
      rows('customers', '{{words.all}}'),
    ],
    9,
  ),
  dataQuality: paper(false, [
    heading('{{title}}'),
    facts(['due', 'inTime', 'rate', 'waiting', 'listed'], 3),
    rows('rates'),
    { kind: 'text', text: '{{formula}}' },
    rows('waiting', '{{words.waiting}}'),
  ]),
}
