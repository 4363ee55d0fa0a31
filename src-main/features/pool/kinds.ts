// The kinds of rules that send a customer to the pool: since when their days are counted, beside the day on which its
// owner got it. A room that brings a kind names it in src-shared/features/pool/rules.ts and adds its line here.
import type { PoolRuleKind } from '@shared/features/pool/rules'

interface Kind {
  /** SQL over `t`, an instant; 0 for never. */
  since: string
  /** Only these are looked at. */
  only: string
}

export const poolKinds = {
  noFollowUp: { since: 'coalesce(t.last_followed_at, 0)', only: 'coalesce(t.last_followed_at, 0) < :before' },
  noVisit: {
    since: `coalesce((SELECT max(f.followed_at) FROM follow_ups f
      WHERE f.customer_id = t.id AND f.way = 'visit' AND f.archived_at IS NULL), 0)`,
    only: '1',
  },
  // one that was won and is so no longer has its days from then
  notWon: {
    since: `coalesce((SELECT max(s.at) FROM changes c JOIN change_sets s ON s.id = c.change_set_id
      WHERE c.entity = 'customers' AND c.record_id = t.id AND json_extract(c.diff, '$.type[0]') IN ('won', 'loyal')), 0)`,
    only: `t.type NOT IN ('won', 'loyal')`,
  },
} as const satisfies Record<PoolRuleKind, Kind>
