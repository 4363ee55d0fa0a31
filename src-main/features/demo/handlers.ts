// The sample company is made through the api, as if its people had worked with the program for two years.
import { randomBytes } from 'node:crypto'
import { type Context, handlersOf } from '@main/api/context'
import { ofBackup } from '@main/api/failures'
import { readSetting, writeSetting } from '@main/api/settings'
import { asBackupProblem } from '@main/backup/problem'
import { statement } from '@main/database/statements'
import type { JobHandle } from '@main/jobs/jobs'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { demoEndpoints } from '@shared/features/demo/endpoints'
import { fillDesk, type Known } from './desk'
import { demoHistory, type Deed } from './history'
import { demoDepartments, demoPeople } from './staff'

interface Made {
  id: number
  version: number
}

const monthMs = 30.4 * 86_400_000
const seconds = 1000

const made = async (answer: Promise<unknown>): Promise<Made> =>
  // every create answers with the row it made
  (await answer) as Made

async function makeDepartments(ctx: Context): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [sort, { key, name, parent }] of demoDepartments.entries()) {
    const parentId = parent ? (ids.get(parent) ?? null) : null
    ids.set(key, (await made(ctx.dispatch('organization.createDepartment', { name, parentId, sort }))).id)
  }
  return ids
}

function roleIds(ctx: Context): Map<string, string> {
  const rows = statement<[], { id: number; builtIn: string }>(
    ctx.db,
    'SELECT id, built_in builtIn FROM roles WHERE built_in IS NOT NULL',
  ).all()
  return new Map(rows.map((row) => [row.builtIn, String(row.id)]))
}

async function makePeople(ctx: Context, departments: Map<string, number>): Promise<Map<string, number>> {
  const roles = roleIds(ctx)
  const ids = new Map<string, number>()
  /** Who heads a department that stands under no other answers to the owner. */
  const leads = new Set(demoDepartments.flatMap(({ parent, head }) => (!parent && head ? [head] : [])))
  for (const person of demoPeople) {
    const row = await made(
      ctx.dispatch('organization.createPerson', {
        name: person.name,
        departmentId: departments.get(person.department) ?? null,
        superiorId: ids.get(person.superior ?? '') ?? (leads.has(person.name) ? ctx.user.id : null),
        position: person.position,
        phone: person.phone,
        hiredOn: dayOf(ctx.now - person.hired * monthMs),
        roleIds: [roles.get(person.role) ?? ''].filter(Boolean),
      }),
    )
    ids.set(person.name, row.id)
  }
  for (const { key, head, actingHead } of demoDepartments) {
    const id = departments.get(key)
    if (id === undefined || !(head ?? actingHead)) continue
    const changes = { headId: ids.get(head ?? '') ?? null, actingHeadId: ids.get(actingHead ?? '') ?? null }
    await ctx.dispatch('organization.updateDepartment', { id, version: 1, changes })
  }
  return ids
}

/** Some can sign in, so that a colleague's and a manager's view can be tried; one made-up password for all of them. */
async function giveLogins(
  ctx: Context,
  people: Map<string, number>,
): Promise<{ password: string; logins: { name: string; login: string }[] }> {
  const password = randomBytes(6).toString('base64url')
  const logins = demoPeople.flatMap(({ name, login }) => (login ? [{ name, login }] : []))
  for (const { name, login } of logins)
    await ctx.dispatch('auth.setLogin', { personId: people.get(name), login, password, mustChange: false })
  return { password, logins }
}

/** Leavers go last: until then they are at work in the past. */
async function letGo(ctx: Context, people: Map<string, number>): Promise<void> {
  for (const person of demoPeople) {
    const id = people.get(person.name)
    if (person.left === undefined || id === undefined) continue
    const row = statement<[number], Made>(ctx.db, 'SELECT id, version FROM people WHERE id = ?').get(id)
    const changes = { leftOn: dayOf(ctx.now - person.left * monthMs), disabled: true }
    await ctx.dispatch('organization.updatePerson', { id, version: row?.version ?? 1, changes })
  }
}

async function act(
  ctx: Context,
  deed: Deed,
  people: Map<string, number>,
  customers: Map<number, Known>,
): Promise<void> {
  const personId = people.get(deed.by) ?? ctx.user.id
  const past = { personId, at: deed.at }
  const known = customers.get(deed.index)
  const version = (): number =>
    statement<[number], Made>(ctx.db, 'SELECT id, version FROM customers WHERE id = ?').get(known?.id ?? 0)?.version ??
    1
  if (deed.kind === 'customer') {
    const customer = { ...deed.customer, ownerId: personId, despiteDuplicates: true }
    const { id } = await made(ctx.dispatch('customers.create', customer, { past }))
    const contacts: number[] = []
    for (const contact of deed.contacts)
      contacts.push((await made(ctx.dispatch('contacts.create', { ...contact, customerId: id }, { past }))).id)
    customers.set(deed.index, { id, contacts })
  } else if (!known) return
  else if (deed.kind === 'followUp') {
    const { way, content, result, nextAt, nextStep, at } = deed
    const contactId = known.contacts[at % known.contacts.length] ?? null
    await ctx.dispatch(
      'followUps.create',
      { customerId: known.id, contactId, way, content, result, followedAt: at, nextAt, nextStep },
      { past },
    )
  } else if (deed.kind === 'type') {
    await ctx.dispatch('customers.update', { id: known.id, version: version(), changes: { type: deed.type } }, { past })
  } else {
    await ctx.dispatch(
      'customers.update',
      { id: known.id, version: version(), changes: { ownerId: people.get(deed.to) } },
      { past: { personId: ctx.user.id, at: deed.at } },
    )
  }
}

/** So that one gets back to one's own office with one step. An office in memory has no backups. */
async function keepOwnOffice(ctx: Context): Promise<void> {
  const { backups } = ctx.services
  if (backups === null) return
  const { name } = await backups.create('beforeDemo').catch((error: unknown) => {
    throw ofBackup(asBackupProblem(error))
  })
  ctx.write((inner) => writeSetting(inner.db, 'demo.before', name))
}

async function fill(ctx: Context, job: JobHandle): Promise<Record<string, unknown>> {
  await keepOwnOffice(ctx)
  const people = await makePeople(ctx, await makeDepartments(ctx))
  const deeds = demoHistory(ctx.now - seconds)
  const customers = new Map<number, Known>()
  for (const [done, deed] of deeds.entries()) {
    await act(ctx, deed, people, customers)
    job.progress(done, deeds.length, 'demo')
    await job.breathe()
  }
  await fillDesk(ctx, people, [...customers.values()])
  await letGo(ctx, people)
  const logins = await giveLogins(ctx, people)
  return {
    people: people.size,
    customers: customers.size,
    followUps: deeds.filter((deed) => deed.kind === 'followUp').length,
    ...logins,
  }
}

export const demoHandlers = handlersOf(demoEndpoints, {
  fill(ctx) {
    const any = statement(ctx.db, 'SELECT 1 FROM customers LIMIT 1').get()
    if (any) throw fail('rule', { code: 'officeNotEmpty' })
    return { jobId: ctx.services.jobs.start('demo', ctx.user.id, (job) => fill(ctx, job)) }
  },

  wayBack(ctx) {
    const name = readSetting(ctx.db, 'demo.before')
    const there = ctx.services.backups?.list().some((backup) => backup.name === name) ?? false
    return { backup: there ? name : null }
  },
})
