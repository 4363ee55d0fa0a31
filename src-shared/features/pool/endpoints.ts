import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { countSchema, listInput, listOutput } from '@shared/api/paging'
import { listRowSchema, rowSchema } from '@shared/fields/schemas'
import { poolFields } from './fields'
import { poolRuleKinds, poolSettings } from './rules'

const id = z.number().int().positive()
const ids = z.array(id).min(1).max(200)
const whole = z.number().int()
const text = z.string().nullable()
const poolRow = rowSchema(poolFields)

/** One change of owner. Null: nobody. */
export const ownerMove = z.strictObject({
  id: whole,
  at: whole,
  fromId: whole.nullable(),
  toId: whole.nullable(),
  byId: whole,
  path: z.string(),
  reason: text,
})
export type OwnerMove = z.output<typeof ownerMove>

export const poolCard = z.strictObject({
  customer: poolRow,
  phone: text,
  mail: text,
  address: text,
  contacts: z.array(z.strictObject({ id, name: text, post: text, phone: text })),
  followUps: z.array(z.strictObject({ id, at: whole, way: text, personId: whole.nullable(), content: text })),
  moves: z.array(ownerMove),
  /** What is still hidden until somebody claims. */
  masked: z.boolean(),
})
export type PoolCard = z.output<typeof poolCard>

export const duePoolLine = z.strictObject({
  customerId: id,
  customerName: z.string(),
  ownerId: whole.nullable(),
  level: text,
  lastFollowedAt: whole.nullable(),
  dueOn: z.string(),
  what: z.enum(['warned', 'recycled', 'waiting']),
  kind: z.enum(poolRuleKinds).nullable(),
})

export const poolEndpoints = {
  list: query({ permission: 'pool.view', input: listInput, output: listOutput(listRowSchema(poolFields)) }),
  count: query({
    permission: 'pool.view',
    input: listInput.pick({ filter: true, search: true }),
    output: countSchema,
  }),
  /** How much one still may today. */
  status: query({
    permission: 'pool.view',
    input: z.strictObject({}),
    output: z.strictObject({
      holding: whole,
      holdingMax: whole.nullable(),
      claimedToday: whole,
      claimsPerDay: whole.nullable(),
      viewedToday: whole,
      viewsPerDay: whole.nullable(),
      coolOffDays: whole,
      /** People whom one may give customers to; null: everybody. */
      assignTo: z.array(id).nullable(),
    }),
  }),
  /** Opens a card of the pool; counted, and so a command. */
  open: command({ permission: 'pool.view', input: z.strictObject({ id }), output: poolCard }),
  /** All of them or none. */
  claim: command({
    permission: 'pool.claim',
    input: z.strictObject({ ids }),
    output: z.strictObject({ claimed: whole }),
  }),
  assign: command({
    permission: 'pool.assign',
    input: z.strictObject({ ids, personId: id }),
    output: z.strictObject({ assigned: whole }),
  }),
  /** Gives customers of one's own, or of one's people, to the pool. */
  return: command({
    permission: 'pool.return',
    input: z.strictObject({ ids, reason: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ returned: whole }),
  }),
  lock: command({
    permission: 'pool.lock',
    input: z.strictObject({ id, version: id, locked: z.boolean() }),
    output: z.strictObject({ version: id }),
  }),
  /** How a customer went from hand to hand, newest first; and when it would go to the pool. */
  moves: query({
    permission: 'customers.view',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      rows: z.array(ownerMove),
      /** Null where it does not go. */
      due: z
        .strictObject({
          /** 'YYYY-MM-DD' */
          on: z.string(),
          /** The rule that reaches it first; null for whoever does not see what it looks at. */
          why: z.strictObject({ kind: z.enum(poolRuleKinds), days: whole }).nullable(),
        })
        .nullable(),
      locked: z.boolean(),
      canReturn: z.boolean(),
      canLock: z.boolean(),
    }),
  }),
  rules: query({ permission: 'pool.view', input: z.strictObject({}), output: poolSettings }),
  setRules: command({ permission: 'pool.manage', input: poolSettings, output: poolSettings }),
  /** What the coming night would do by these rules. */
  preview: query({
    permission: 'pool.manage',
    input: z.strictObject({ settings: poolSettings }),
    output: z.strictObject({
      warned: whole,
      recycled: whole,
      waiting: whole,
      /** The first 200. */
      rows: z.array(duePoolLine),
    }),
  }),
}
