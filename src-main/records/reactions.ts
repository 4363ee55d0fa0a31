// A reaction is what one room keeps right after a record of another room was written, undo included,
// in the same transaction: features.ts lists them, so that no room calls another.
import type { Context } from '@main/api/context'
import type { EntityHooks } from './entity'

export interface Reaction {
  entity: string
  afterWrite(ctx: Context, write: Parameters<NonNullable<EntityHooks['afterWrite']>>[1]): void
  /** Whether a change set may be taken back for a record that by it went out of its maker's sight. */
  mayTakeBack?(ctx: Context, setId: number, id: number): boolean
}

declare module '@main/api/context' {
  interface Services {
    reactions: readonly Reaction[]
  }
}
