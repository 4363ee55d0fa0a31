import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { dataScopes, fieldRights } from '@shared/permissions'

const id = z.number().int().positive()
/** At least 8 characters; long ones are welcome. */
export const password = z.string().min(8, 'passwordShort').max(200)
const login = z.string().trim().min(1).max(60)
const none = z.strictObject({})

/** What the page must know of the person before it: to greet, to hide what cannot be done, never to guard. */
export const sessionInfo = z.strictObject({
  personId: id,
  name: z.string(),
  actorId: id,
  actorName: z.string(),
  company: z.string(),
  permissions: z.array(z.string()),
  /** permission → widest scope */
  scopes: z.record(z.string(), z.enum(dataScopes)),
  /** entity → field → right */
  fieldRights: z.record(z.string(), z.record(z.string(), z.enum(fieldRights))),
  /** Everybody below, for "my people". */
  below: z.array(id),
  /** People this one may enter on behalf of. */
  mayActFor: z.array(id),
  mustChangePassword: z.boolean(),
})
export type SessionInfo = z.output<typeof sessionInfo>

export const authEndpoints = {
  /** Before sign-in: is the office set up, whose names may be offered. */
  status: query({
    permission: 'public',
    input: none,
    output: z.strictObject({ setUp: z.boolean(), signedIn: z.boolean(), company: z.string().nullable() }),
  }),
  /** First run: the office and its owner; refused when there is one. Signs the owner in. */
  setUp: job({
    permission: 'public',
    sensitive: true,
    input: z.strictObject({
      company: z.string().trim().min(1).max(80),
      name: z.string().trim().min(1).max(40),
      login,
      password,
      remember: z.boolean().optional(),
    }),
    output: sessionInfo,
  }),
  signIn: job({
    permission: 'public',
    sensitive: true,
    input: z.strictObject({ login, password: z.string().max(200), remember: z.boolean().optional() }),
    output: sessionInfo,
  }),
  signOut: command({ permission: 'signedIn', input: none, output: none }),
  /** Ends all other sessions of the same person. */
  signOutOthers: command({ permission: 'signedIn', input: none, output: z.strictObject({ ended: z.number().int() }) }),
  session: query({ permission: 'signedIn', input: none, output: sessionInfo }),
  sessions: query({
    permission: 'signedIn',
    input: none,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id,
          device: z.string(),
          createdAt: z.number().int(),
          lastSeenAt: z.number().int(),
          current: z.boolean(),
        }),
      ),
    }),
  }),
  /** The screen is locked at once; everything but unlock and signOut answers signedOut until then. */
  lock: command({ permission: 'signedIn', input: none, output: none }),
  unlock: job({
    permission: 'public',
    sensitive: true,
    input: z.strictObject({ password: z.string().max(200) }),
    output: sessionInfo,
  }),
  changePassword: job({
    permission: 'signedIn',
    sensitive: true,
    input: z.strictObject({ current: z.string().max(200), next: password }),
    output: none,
  }),
  /** An admin gives a person a login or a new password; ends that person's sessions. */
  setLogin: job({
    permission: 'organization.manage',
    sensitive: true,
    input: z.strictObject({ personId: id, login, password, mustChange: z.boolean().optional() }),
    output: none,
  }),
  /** An assistant enters on behalf of a person who named them; null ends it. */
  actFor: command({ permission: 'signedIn', input: z.strictObject({ personId: id.nullable() }), output: sessionInfo }),
}
