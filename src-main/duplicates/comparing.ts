// The reasons for which two customers may be one, from their names and the keys they have in common.
import { duplicateReasons, type DuplicateReason } from '@shared/features/duplicates/rules'
import { type CompanyName, companyName, relationOf } from './companyName'
import { type KeyKind, kindOf } from './keys'
import { nearRelationOf } from './nearNames'
import { type Signs, sharedSigns } from './secondSigns'

const reasonOf: Partial<Record<KeyKind, DuplicateReason>> = {
  p: 'phone',
  q: 'contactPhone',
  t: 'taxNumber',
  e: 'mail',
  d: 'domain',
}

export interface Side {
  company: CompanyName
  keys: ReadonlySet<string>
  /** Of a kept customer; looked up only where the names leave it open. */
  signs?: () => Signs
}
export const sideOf = (name: string, keys: ReadonlySet<string>): Side => ({ company: companyName(name), keys })

/** Strong reasons first. */
export function reasonsFor(a: Side, b: Side): DuplicateReason[] {
  const found = new Set<DuplicateReason>()
  const relation = relationOf(a.company, b.company) ?? shortNameOf(a, b) ?? nearRelationOf(a.company, b.company)
  if (relation) found.add(relation)
  if (relation === 'perhapsNear' && a.signs && b.signs)
    for (const sign of sharedSigns(a.signs(), b.signs())) found.add(sign)
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
const shortNameOf = (a: Side, b: Side): 'perhapsShortened' | null =>
  isShortNameOf(a, b) || isShortNameOf(b, a) ? 'perhapsShortened' : null

const isShortNameOf = ({ keys }: Side, { company: { core, places } }: Side): boolean =>
  places.length === 0 && core.length >= 2 && keys.has(`c:${core}`)
