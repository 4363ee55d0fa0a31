// What the sample company keeps beside customers and follow-ups: its own fields, groups and ties, tasks, coaching,
// a pool, a few doubles, and what the program reckons from all of it.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { dayOf, startOfDay } from '@shared/dates'
import { createRandom, type Random } from './random'
import { coaching, duties } from './remarks'
import { demoDepartments, demoPeople } from './staff'

/** A customer as the history made it. */
export interface Known {
  id: number
  contacts: number[]
}

interface Row {
  id: number
  version: number
}
interface Owned extends Row {
  name: string
  phone: string
  ownerId: number | null
}
interface Office {
  ctx: Context
  random: Random
  people: ReadonlyMap<string, number>
  customers: readonly Known[]
}

const day = 86_400_000

const ownFields = [
  {
    label: '在用服务器品牌',
    field: {
      kind: 'choice',
      options: ['lenovo', 'inspur', 'dell', 'huawei', 'other'],
      optionLabels: { lenovo: '联想', inspur: '浪潮', dell: '戴尔', huawei: '华为', other: '其他' },
    },
  },
  { label: '机柜数量', field: { kind: 'number' } },
  { label: '维保到期日', field: { kind: 'date' } },
  { label: '已上云', field: { kind: 'yesNo' } },
] as const

async function fields({ ctx, random, customers }: Office): Promise<void> {
  const keys: string[] = []
  for (const field of ownFields) {
    // a create answers with the definition it made
    const made = (await ctx.dispatch('customFields.create', { entity: 'customers', ...field })) as { key: string }
    keys.push(made.key)
  }
  const [brand = '', racks = '', until = '', cloud = ''] = keys
  for (const { id } of customers.filter(() => random.chance(0.4))) {
    const custom = {
      [brand]: random.pick(ownFields[0].field.options),
      [racks]: random.between(1, 40),
      [until]: dayOf(ctx.now + random.between(-90, 500) * day),
      [cloud]: random.chance(0.3),
    }
    await change(ctx, id, { custom, potentialAmount: random.between(20, 900) * 1_000_000 })
  }
}

const customerRow = (ctx: Context, id: number): Owned | undefined =>
  statement<[number], Owned>(
    ctx.db,
    'SELECT id, version, name, phone, owner_id ownerId FROM customers WHERE id = ?',
  ).get(id)

async function change(ctx: Context, id: number, changes: object): Promise<void> {
  await ctx.dispatch('customers.update', { id, version: customerRow(ctx, id)?.version ?? 1, changes })
}

async function ties({ ctx, random, customers, people }: Office): Promise<void> {
  const at = (i: number): Known => customers[i % customers.length] ?? { id: 0, contacts: [] }
  for (let i = 0; i < 8; i++)
    await ctx.dispatch('ties.setParent', { customerId: at(i * 5 + 1).id, parentId: at(Math.floor(i / 4) * 40).id })
  for (let i = 0; i < 10; i++) {
    const by = random.pick(['customer', 'contact', 'person'] as const)
    const ids = { customer: at(i + 90).id, contact: at(i + 90).contacts[0] ?? 0, person: [...people.values()][i] ?? 1 }
    await ctx.dispatch('ties.refer', { customerId: at(i * 3 + 100).id, by, byId: ids[by], note: null })
  }
  const kinds = ['formerColleague', 'classmate', 'townsman', 'reportsTo', 'influences'] as const
  for (let i = 0; i < 15; i++) {
    const [one, two] = [at(i * 4).contacts[0], at(i * 4).contacts[1] ?? at(i * 4 + 2).contacts[0]]
    if (one && two)
      await ctx.dispatch('ties.relate', { contactId: two, toContactId: one, kind: random.pick(kinds), note: null })
  }
}

/** Who heads a person's department, or the one above it. */
function headOf(name: string): string | undefined {
  const { department } = demoPeople.find((person) => person.name === name) ?? {}
  const { head, actingHead, parent } = demoDepartments.find(({ key }) => key === department) ?? {}
  const found = head ?? actingHead
  return found === name ? demoDepartments.find(({ key }) => key === parent)?.head : found
}

async function tasksAndWords({ ctx, random, customers, people }: Office): Promise<void> {
  const recent = statement<[], { id: number; name: string }>(
    ctx.db,
    'SELECT max(f.id) id, p.name FROM follow_ups f JOIN people p ON p.id = f.person_id GROUP BY p.id ORDER BY p.id',
  ).all()
  for (const [i, { id, name }] of recent.entries()) {
    const above = people.get(headOf(name) ?? '')
    // who has gone left their customers to others
    if (above === undefined || demoPeople.some((person) => person.name === name && person.left !== undefined)) continue
    const title = duties[i % duties.length] ?? ''
    const task = { title, dueOn: dayOf(startOfDay(ctx.now, random.between(0, 5))) }
    const said = { about: { entity: 'followUps', id }, text: coaching[i % coaching.length], coaching: true }
    const past = { personId: above, at: ctx.now - random.between(1, 20) * 3_600_000 }
    await ctx.dispatch('comments.create', { ...said, ...(i % 2 ? {} : { task }) }, { past })
  }
  for (let i = 0; i < 6; i++)
    await ctx.dispatch('tasks.create', {
      title: duties[(i + 3) % duties.length],
      dueOn: dayOf(startOfDay(ctx.now, i - 2)),
      about: { entity: 'customers', id: customers[i * 7]?.id ?? 1 },
    })
}

/** Customers quiet for long are in the pool; three were entered twice by different hands. */
async function poolAndDoubles({ ctx, customers }: Office): Promise<void> {
  const quiet = statement<[], Row>(
    ctx.db,
    `SELECT id, version FROM customers WHERE owner_id IS NOT NULL ORDER BY last_followed_at IS NULL, last_followed_at LIMIT 9`,
  ).all()
  await ctx.dispatch('pool.return', { ids: quiet.map(({ id }) => id), reason: '半年没有联系上，先放回公海' })
  for (const i of [12, 57, 143]) {
    const row = customerRow(ctx, customers[i]?.id ?? 0)
    if (row)
      await ctx.dispatch('customers.create', {
        name: `${row.name.replace(/(股份)?有限公司$/u, '')}（老）有限公司`,
        phone: row.phone,
        source: 'exhibition',
        despiteDuplicates: true,
      })
  }
}

/** The lists and figures the program makes by itself at night are there on the first morning. */
async function reckoned({ ctx }: Office): Promise<void> {
  for (const path of ['values.reckon', 'periodicLists.make', 'dataQuality.scan', 'duplicates.scan'])
    await ctx.dispatch(path, {})
}

export async function fillDesk(
  ctx: Context,
  people: ReadonlyMap<string, number>,
  customers: readonly Known[],
): Promise<void> {
  const office: Office = { ctx, random: createRandom(7), people, customers }
  await fields(office)
  await ties(office)
  await tasksAndWords(office)
  await poolAndDoubles(office)
  await reckoned(office)
}
