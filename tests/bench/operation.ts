// One thing that is measured, and the SQL that one would write by hand for the same answer.
import type { OfficePerson } from './people'

export interface Operation {
  name: string
  person: OfficePerson
  path: string
  input(run: number): unknown
  raw(run: number): unknown
}
