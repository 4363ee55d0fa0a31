// What leaves the office: the card of one customer and the lines of a list on paper, a list as a file.
import { download, finished } from '../../support/importing'
import { pickRecord, type Question, same, scanSecrets, tell } from './asking'
import { kinds, written } from './world'

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

/** A file to take away holds no more than one sees, and of that only what one may carry out. */
export const takeOut: Question = async (asked) => {
  const { oracle, who, random } = asked
  const kind = random.pick(kinds)
  const columns = ['id', ...written[kind]]
  const told = await tell(asked, 'importExport.export', { list: kind, format: 'csv', columns, language: 'zh-CN' })
  const allowed = oracle.can(who.id, `${kind}.export`) && oracle.can(who.id, `${kind}.view`)
  same(asked, `export ${kind}`, told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const job = await finished(who, (told.output as unknown as { jobId: number }).jobId)
  const text = (await download(who, String(job.result?.['token']))).toString()
  scanSecrets(asked, `file of ${kind}`, text)
  const ids = [...text.matchAll(/^"?(\d+)"?,/gm)].map((line) => Number(line[1])).sort((a, b) => a - b)
  const expected = (oracle.listed(who.id, kind, [], () => true) ?? []).filter((id) =>
    oracle.worksOn(who.id, `${kind}.export`, oracle.find(kind, id)!),
  )
  same(asked, `rows in the file of ${kind}`, ids, expected)
}
