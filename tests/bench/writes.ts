// The measured writes, and the import of 100 000 rows while somebody goes on reading.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { setTimeout as pause } from 'node:timers/promises'
import { changeBare, createBare, followUpBare } from './bareSaves'
import type { Channel } from './channels'
import { type Dice, diceOf } from './dice'
import { companyName, mobile, personName } from './office'
import type { Operation } from './operation'
import type { OfficePerson } from './people'
import { timed, type Times, timesOf } from './timing'

/** Saves of a rep: a customer made, a customer changed, a follow-up written; each waits for the disk. */
export function writeOperations(db: Db, person: OfficePerson): Operation[] {
  const dice = diceOf(11)
  const own = db
    .prepare<[number], { id: number }>(
      'SELECT id FROM customers WHERE owner_id = ? AND archived_at IS NULL ORDER BY id DESC LIMIT 400',
    )
    .all(person.id)
  const id = (run: number): number => own[run % own.length]?.id ?? 1
  const versions = new Map<number, number>()
  const versionOf = (customer: number): number =>
    Number(db.prepare('SELECT version FROM customers WHERE id = ?').pluck().get(customer)) ||
    versions.get(customer) ||
    1
  return [
    {
      name: 'create a customer',
      person,
      path: 'customers.create',
      // invented names repeat
      input: () => ({ name: companyName(dice), phone: mobile(dice), despiteDuplicates: true }),
      raw: [() => createBare(db, person.id, { name: companyName(dice), phone: mobile(dice) })],
    },
    {
      name: 'change a customer',
      person,
      path: 'customers.update',
      input: (run) => ({
        id: id(run),
        version: versionOf(id(run)),
        changes: { address: `中山路${run}号${dice.below(1e6)}` },
      }),
      raw: [(run) => changeBare(db, person.id, { id: id(run), address: `中山路${run}号${dice.below(1e6)}` })],
    },
    {
      name: 'write a follow-up',
      person,
      path: 'followUps.create',
      input: (run) => ({ customerId: id(run), way: 'call', content: `电话联系，主要谈价格${run}` }),
      raw: [(run) => followUpBare(db, person.id, { customerId: id(run), content: `电话联系，主要谈价格${run}` })],
    },
  ]
}

const importedRows = 100_000
const chunkBytes = 384 * 1024

function csv(dice: Dice): Buffer {
  const lines = ['公司名称,联系人,手机,职务,地址']
  for (let i = 0; i < importedRows; i++)
    lines.push(`${companyName(dice)},${personName(dice)},${mobile(dice)},经理,解放路${i}号`)
  return Buffer.from(lines.join('\n'))
}

interface Inspected {
  sheets: { headerRow: number; mapping: Record<string, string> }[]
}
interface JobSeen {
  state: string
  result: { createdCustomers?: number; refused?: number } | null
}

export interface Imported {
  rows: number
  ms: number
  /** The first page of the list, asked for by somebody else meanwhile. */
  reads: Times
  /** A customer changed by the same person meanwhile. */
  writes: Times
  created: number
}

/** Uploads, inspects and imports a file of 100 000 rows, as the wizard does. */
export async function importRows(channel: Channel, person: OfficePerson, reader: OfficePerson): Promise<Imported> {
  // the answers were checked by the endpoint; only these parts are looked at
  const call = <T>(path: string, input: unknown): Promise<T> => channel.call(person.token, path, input) as Promise<T>
  const file = csv(diceOf(12))
  const { token } = await call<{ token: string }>('files.begin', { name: 'customers.csv', size: file.length })
  for (let offset = 0; offset < file.length; offset += chunkBytes)
    await call('files.append', { token, offset, data: file.subarray(offset, offset + chunkBytes).toString('base64') })
  const began = performance.now()
  const { sheets } = await call<Inspected>('importExport.inspect', { token })
  const [sheet] = sheets
  if (!sheet) throw new Error('the file was not understood')
  const { jobId } = await call<{ jobId: number }>('importExport.run', {
    token,
    sheet: 0,
    headerRow: sheet.headerRow,
    mapping: sheet.mapping,
    mode: 'create',
    matchBy: ['name'],
    ownerId: person.id,
    tags: [],
    overwrite: false,
  })
  const reads: number[] = []
  const writes: number[] = []
  const { id } = (await channel.call(reader.token, 'customers.create', {
    name: '导入时也在用的公司',
    phone: mobile(diceOf(14)),
    despiteDuplicates: true,
  })) as { id: number }
  let version = 1
  for (;;) {
    const job = await call<JobSeen>('jobs.read', { id: jobId })
    if (job.state !== 'running')
      return {
        rows: importedRows,
        ms: performance.now() - began,
        reads: timesOf(reads),
        writes: timesOf(writes),
        created: job.result?.createdCustomers ?? 0,
      }
    reads.push(await timed(() => channel.call(reader.token, 'customers.list', {})))
    const changes = { address: `中山路${version}号` }
    writes.push(await timed(() => channel.call(reader.token, 'customers.update', { id, version, changes })))
    version += 1
    await pause(40)
  }
}

/** The same rows by prepared statements in transactions of 100, nothing else done. */
export function importRaw(db: Db): number {
  const dice = diceOf(13)
  const now = Date.now()
  const customer = statement(
    db,
    `INSERT INTO customers (created_at, updated_at, created_by_id, name, type, level, phone, address, owner_id) VALUES (?, ?, 1, ?, 'potential', 'normal', ?, ?, 1)`,
  )
  const contact = statement(
    db,
    'INSERT INTO contacts (created_at, updated_at, created_by_id, name, customer_id, phone) VALUES (?, ?, 1, ?, ?, ?)',
  )
  const began = performance.now()
  for (let done = 0; done < importedRows; done += 100)
    db.transaction(() => {
      for (let i = 0; i < 100; i++) {
        const { lastInsertRowid } = customer.run(now, now, companyName(dice), mobile(dice), `解放路${i}号`)
        contact.run(now, now, personName(dice), lastInsertRowid, mobile(dice))
      }
    }).immediate()
  return performance.now() - began
}
