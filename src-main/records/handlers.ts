// The handlers of recordEndpoints for one entity.
import type { Context } from '@main/api/context'
import type { ListInput } from '@shared/api/paging'
import type { ChangesOf, CreateOf, Fields } from '@shared/fields/field'
import { archive, restore } from './archive'
import { create } from './create'
import type { Entity } from './entity'
import { count, list } from './list'
import { history } from './history'
import { read } from './read'
import { update } from './update'

interface IdVersion {
  id: number
  version: number
}

/** @example handlersOf(contactsEndpoints, recordHandlers(contacts)) */
export const recordHandlers = <F extends Fields>(entity: Entity<F>) => ({
  list: (ctx: Context, input: ListInput) => list(ctx, entity, input),
  count: (ctx: Context, input: Pick<ListInput, 'filter' | 'search'>) => count(ctx, entity, input),
  read: (ctx: Context, { id }: { id: number }) => read(ctx, entity, id),
  history: (ctx: Context, { id }: { id: number }) => ({ rows: history(ctx, entity, id) }),
  create: (ctx: Context, input: CreateOf<F>) => create(ctx, entity, input),
  update: (ctx: Context, input: IdVersion & { changes: ChangesOf<F> }) => update(ctx, entity, input),
  archive: (ctx: Context, input: IdVersion) => archive(ctx, entity, input),
  restore: (ctx: Context, input: IdVersion) => restore(ctx, entity, input),
})
