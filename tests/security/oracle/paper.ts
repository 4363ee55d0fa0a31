// What stands on paper: the card of one customer, the lines of a list.
import { pickRecord, type Question, same, tell } from './asking'

const language = 'zh-CN'

export const card: Question = async (asked) => {
  const { oracle, who } = asked
  const customer = pickRecord(asked, 'customers')
  const told = await tell(asked, 'customers.printCard', { id: customer.id, language })
  same(asked, `card ${customer.id}`, told.verdict, oracle.onRecord(who.id, 'customers.print', customer))
}

export const printedList: Question = async (asked) => {
  const { oracle, who, office } = asked
  const columns = ['name', 'phone', 'level', 'ownerId', 'tags']
  const told = await tell(asked, 'customers.printList', { language, columns, title: '客户', told: '' })
  const allowed = oracle.can(who.id, 'customers.print')
  same(asked, 'printed list', told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const seen = oracle.listed(who.id, 'customers', [], () => true) ?? []
  const expected = seen.filter((id) => oracle.worksOn(who.id, 'customers.print', oracle.find('customers', id)!))
  // one line for the headings
  same(asked, 'lines on paper', String(told.output['html']).split('<tr>').length - 2, expected.length)
  asked.decided += office.world.records.filter(({ kind }) => kind === 'customers').length
}
