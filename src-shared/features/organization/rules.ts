// Who stands above whom. Forced sharing follows from this and from nothing else, so it cannot be switched off.

export interface OrgPerson {
  id: number
  departmentId: number | null
  superiorId: number | null
}
export interface OrgDepartment {
  id: number
  parentId: number | null
  headId: number | null
  actingHeadId: number | null
}
export interface Org {
  people: readonly OrgPerson[]
  departments: readonly OrgDepartment[]
}

export type AboveReason = 'superior' | 'head' | 'actingHead'
export interface Above {
  personId: number
  because: AboveReason
}

/** A department and those above it, nearest first; safe against circles. */
export function departmentChain(org: Org, departmentId: number | null): OrgDepartment[] {
  const chain: OrgDepartment[] = []
  let next = departmentId
  while (next !== null && !chain.some((department) => department.id === next)) {
    const found = org.departments.find((department) => department.id === next)
    if (!found) break
    chain.push(found)
    next = found.parentId
  }
  return chain
}

/** Those directly above a person: the named superior, and the head and acting head of every department over them. */
export function directlyAbove(org: Org, person: OrgPerson): Above[] {
  const above: Above[] = []
  const add = (personId: number | null, because: AboveReason): void => {
    if (personId !== null && personId !== person.id && !above.some((one) => one.personId === personId))
      above.push({ personId, because })
  }
  add(person.superiorId, 'superior')
  for (const department of departmentChain(org, person.departmentId)) {
    add(department.headId, 'head')
    add(department.actingHeadId, 'actingHead')
  }
  return above
}

/** The whole chain above, nearest first. A vacancy does not break it: the next department up still counts. */
export function aboveOf(org: Org, personId: number): Above[] {
  const found: Above[] = []
  const seen = new Set([personId])
  const queue = [personId]
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    const person = org.people.find((one) => one.id === current)
    if (!person) continue
    for (const above of directlyAbove(org, person)) {
      if (seen.has(above.personId)) continue
      seen.add(above.personId)
      found.push(above)
      queue.push(above.personId)
    }
  }
  return found
}

/** The shortest way up from one person to another, both included; null when the other does not stand above. */
export function wayUp(org: Org, from: number, to: number): number[] | null {
  const ways = [[from]]
  const seen = new Set([from])
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way.at(-1)
    if (last === to) return way
    const person = org.people.find((one) => one.id === last)
    for (const { personId } of person ? directlyAbove(org, person) : []) {
      if (seen.has(personId)) continue
      seen.add(personId)
      ways.push([...way, personId])
    }
  }
  return null
}

/** Everybody below a person, through all levels. People who left keep their place, so what they owned stays in sight. */
export function belowOf(org: Org, personId: number): Set<number> {
  const directlyBelow = new Map<number, number[]>()
  for (const person of org.people)
    for (const { personId: above } of directlyAbove(org, person))
      directlyBelow.set(above, [...(directlyBelow.get(above) ?? []), person.id])
  const below = new Set<number>()
  const queue = [personId]
  for (let current = queue.shift(); current !== undefined; current = queue.shift())
    for (const id of directlyBelow.get(current) ?? [])
      if (id !== personId && !below.has(id)) {
        below.add(id)
        queue.push(id)
      }
  return below
}

/** A department and all under it. */
export function departmentsUnder(org: Org, departmentId: number): Set<number> {
  const under = new Set([departmentId])
  let grown = true
  while (grown) {
    grown = false
    for (const department of org.departments)
      if (department.parentId !== null && under.has(department.parentId) && !under.has(department.id)) {
        under.add(department.id)
        grown = true
      }
  }
  return under
}

/** Whether following the links from anybody leads back to them. */
export function hasCircle(links: ReadonlyMap<number, number | null>): boolean {
  for (const start of links.keys()) {
    let steps = 0
    for (let next = links.get(start) ?? null; next !== null; next = links.get(next) ?? null) {
      if (next === start) return true
      // a circle further up is found from there
      if (++steps > links.size) break
    }
  }
  return false
}
