// Who is meant by a name in the column of owners, and whether the importer may give customers to them.
import type { Context } from '@main/api/context'
import type { Owners as Reach } from '@main/api/rights'
import { statement } from '@main/database/statements'
import type { Permission } from '@shared/permissions'

export type ColleagueFound = { id: number } | { code: 'personUnknown' | 'personTwice' }
export type OwnerFound = { id: number } | { code: 'owner' | 'ownerTwice' | 'ownerNotAllowed' }

interface Person {
  id: number
  name: string
  login: string | null
  gone: number
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** People of the office by name or login; those who left count when nobody present bears the name. */
export function ownerFinder(ctx: Context): {
  owner(name: string, permission: Permission): OwnerFound
  person(name: string): number | null
  colleague(name: string): ColleagueFound
} {
  const people = statement<[], Person>(
    ctx.db,
    `SELECT id, name, login, (disabled = 1 OR left_on IS NOT NULL) gone FROM people WHERE archived_at IS NULL`,
  ).all()
  const byName = new Map<string, Person[]>()
  for (const person of people)
    for (const key of new Set([plain(person.name), ...(person.login ? [plain(person.login)] : [])]))
      byName.set(key, [...(byName.get(key) ?? []), person])
  const bearers = (name: string): Person[] => {
    const all =
      byName.get(plain(name)) ??
      name
        .split(/[/、,，;；|]/u)
        .map((part) => byName.get(plain(part)) ?? [])
        .find((found) => found.length > 0) ??
      []
    const present = all.filter((person) => !person.gone)
    return present.length > 0 ? present : all
  }
  const mayOwn = (reach: Reach, id: number): boolean => reach === 'all' || id === ctx.user.id || reach.has(id)
  return {
    owner(name, permission) {
      const [first, second] = bearers(name)
      if (!first) return { code: 'owner' }
      if (second) return { code: 'ownerTwice' }
      return mayOwn(ctx.rights.workable(permission), first.id) ? { id: first.id } : { code: 'ownerNotAllowed' }
    },
    person(name) {
      const [first, second] = bearers(name)
      return first && !second ? first.id : null
    },
    colleague(name) {
      const [first, second] = bearers(name)
      if (!first) return { code: 'personUnknown' }
      return second ? { code: 'personTwice' } : { id: first.id }
    },
  }
}
