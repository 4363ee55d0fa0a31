// The measured reads: each as a page asks for it, beside the SQL that one would write by hand for the same answer.
import { createRightsCache } from '@main/api/rights'
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import type { OfficePerson } from './people'
import type { Operation } from './operation'
import { customerLists, otherLists } from './lists'
import { duplicateCheck, homePage } from './roomOperations'
import { searches } from './searches'
import { sightOf } from './sight'
import { typedIn } from './typed'

/** Who asks, by reach. */
export const viewersOf = (people: readonly OfficePerson[]): [name: string, person: OfficePerson][] =>
  (['rep', 'newcomer', 'lead', 'colleague', 'manager', 'owner'] as const).flatMap((role) => {
    // the last rep has a full share of the customers
    const person = people.findLast((one) => one.role === role)
    return person ? [[role === 'newcomer' ? 'own (few)' : person.scope, person] as [string, OfficePerson]] : []
  })

export function readOperations(db: Db, people: readonly OfficePerson[]): Operation[] {
  const rights = createRightsCache(db)
  const typed = typedIn(db)
  return viewersOf(people).flatMap(([name, person]) => {
    const sight = sightOf(rights, person.id)
    return [
      ...searches(db, typed, name, person, sight),
      ...customerLists(db, name, person, sight),
      overview(db, name, person),
      ...otherLists(db, name, person, sight),
      homePage(db, name, person, sight),
      duplicateCheck(db, name, person),
    ]
  })
}

interface Row {
  id: number
}

function overview(db: Db, name: string, person: OfficePerson): Operation {
  const ids = db
    .prepare<[number], { id: number }>(
      'SELECT id FROM customers WHERE owner_id = ? AND archived_at IS NULL ORDER BY follow_up_count DESC LIMIT 200',
    )
    .all(person.id)
  const id = (run: number): number => ids[(run * 7) % ids.length]?.id ?? 1
  const parts = [
    'SELECT * FROM customers WHERE id = ?',
    'SELECT * FROM contacts WHERE customer_id = ? AND archived_at IS NULL ORDER BY is_primary DESC, is_active DESC, id LIMIT 200',
    // who sat at the keyboard, and with whom they spoke, stand in each line
    `SELECT f.*, (SELECT name FROM contacts WHERE contacts.id = f.contact_id) contact_name,
       (SELECT s.actor_id FROM changes c JOIN change_sets s ON s.id = c.change_set_id
        WHERE c.entity = 'followUps' AND c.record_id = f.id ORDER BY c.version LIMIT 1) actor_id
     FROM follow_ups f WHERE f.customer_id = ? AND f.archived_at IS NULL ORDER BY f.followed_at DESC, f.id DESC LIMIT 31`,
    `SELECT contact_count, follow_up_count, (SELECT count(*) FROM tasks WHERE entity = 'customers' AND record_id = c.id),
       (SELECT count(*) FROM attachments WHERE entity = 'customers' AND record_id = c.id) FROM customers c WHERE id = ?`,
    `SELECT c.*, s.at FROM changes c JOIN change_sets s ON s.id = c.change_set_id WHERE c.entity = 'customers' AND c.record_id = ? ORDER BY c.id DESC LIMIT 31`,
    `SELECT person_id, level FROM record_access WHERE entity = 'customers' AND record_id = ?`,
    'SELECT * FROM follow_ups WHERE customer_id = ? AND archived_at IS NULL ORDER BY followed_at DESC, id DESC LIMIT 1',
  ]
  return {
    name: `360° · ${name}`,
    person,
    path: 'customers.overview',
    input: (run) => ({ id: id(run) }),
    raw: [(run) => parts.map((sql) => statement(db, sql).all(id(run)))],
    told: {
      // what the endpoint and the statements above give
      answer: (answer) => {
        const { customer, contacts } = answer as { customer: Row; contacts: Row[] }
        return [customer.id, contacts.map(({ id: one }) => one)]
      },
      bare: (bare) => {
        const [customer, contacts] = bare as Row[][]
        return [customer?.[0]?.id, contacts?.map(({ id: one }) => one)]
      },
    },
  }
}
