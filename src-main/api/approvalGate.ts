// The stage where a command may be held for approval. Until approval flows exist, nothing is held.
import type { Endpoint } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'

/** An endpoint marked `approvable` before flows exist would silently skip its approval: refuse it instead. */
export function approvalGate(endpoint: Endpoint, _input: unknown): void {
  if (endpoint.approvable) throw fail('unavailable', { code: 'approvals' })
}
