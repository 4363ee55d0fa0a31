// The reasons for which two customers may be one, from their names and the keys they have in common.
import { duplicateReasons, type DuplicateReason } from '@shared/features/duplicates/rules'
import { companyName, relationOf } from './companyName'
import { type KeyKind, kindOf } from './keys'

const reasonOf: Partial<Record<KeyKind, DuplicateReason>> = {
  p: 'phone',
  q: 'contactPhone',
  t: 'taxNumber',
  e: 'mail',
  d: 'domain',
}

export interface Side {
  name: string
  keys: ReadonlySet<string>
}

/** Strong reasons first. */
export function reasonsFor(a: Side, b: Side): DuplicateReason[] {
  const found = new Set<DuplicateReason>()
  const relation = relationOf(companyName(a.name), companyName(b.name))
  if (relation) found.add(relation)
  else if (shortNamed(a, b) || shortNamed(b, a)) found.add('perhapsShortened')
  for (const key of a.keys) {
    const kind = kindOf(key)
    const reason = reasonOf[kind]
    if (reason && b.keys.has(key)) found.add(reason)
    // the company's number here, somebody's there
    if ((kind === 'p' && b.keys.has(`q${key.slice(1)}`)) || (kind === 'q' && b.keys.has(`p${key.slice(1)}`)))
      found.add('contactPhone')
  }
  if (found.has('phone')) found.delete('contactPhone')
  // a mail has its domain in common with itself
  if (found.has('mail')) found.delete('domain')
  return duplicateReasons.filter((reason) => found.has(reason))
}

/** The short name written down at one is the name of the other. */
const shortNamed = (a: Side, b: Side): boolean => {
  const { core, places } = companyName(b.name)
  return places.length === 0 && core.length >= 2 && a.keys.has(`c:${core}`)
}
