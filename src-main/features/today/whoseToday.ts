// Today's list is one's own or that of the people below.
import type { Context } from '@main/api/context'

export interface Whose {
  /** Whose customers stand on it. */
  owners: readonly number[]
  /** Whoever agreed next steps with customers of others; null where those do not count. */
  planner: number | null
}

export const whoseToday = ({ user, rights }: Context, whose: 'me' | 'myPeople'): Whose =>
  whose === 'me' ? { owners: [user.id], planner: user.id } : { owners: [...rights.below], planner: null }
