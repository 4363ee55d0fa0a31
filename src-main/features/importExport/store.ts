// Where an import puts its records: into the database through the records engine, or nowhere when it is only tried.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { create } from '@main/records/create'
import { within } from '@main/records/read'
import { update } from '@main/records/update'
import { insertRow } from '@main/records/write'
import { mostAttachments } from '@shared/features/attachments/rules'
import type { PhotoDraft, Values } from '@shared/features/importExport/draft'
import { nested } from '@shared/fields/flat'
import { safeName } from '@shared/fileNames'
import type { Placed } from './runs'

export type Kind = 'customers' | 'contacts' | 'followUps'

export interface Store {
  create(kind: Kind, values: Values): Placed
  update(kind: Kind, placed: Placed, changes: Values): void
  /** Keeps a photo with a record; `there`: it has it. Null: this person may not, or the record has too many files. */
  attach(kind: 'customers' | 'contacts', placed: Placed, photo: PhotoDraft): 'kept' | 'there' | null
}

export const engineStore = (ctx: Context): Store => ({
  create(kind, values) {
    // every value was made by its field's own schema
    const { id, version } = create(ctx, ctx.services.entities.get(kind), nested(values) as never)
    return { id, version, values: { ...values } }
  },
  update(kind, placed, changes) {
    // as above
    const row = update(ctx, ctx.services.entities.get(kind), {
      id: placed.id,
      version: placed.version,
      changes: nested(changes) as never,
    })
    placed.version = row.version
    Object.assign(placed.values, changes)
  },
  attach: (kind, placed, photo) => attach(ctx, kind, placed, photo),
})

function attach(ctx: Context, kind: 'customers' | 'contacts', { id, values }: Placed, photo: PhotoDraft) {
  if (!within(ctx, ctx.services.entities.get(kind), id, `${kind}.update`)) return null
  const hashes = statement<[string, number], { hash: string }>(
    ctx.db,
    'SELECT hash FROM attachments WHERE entity = ? AND record_id = ? AND archived_at IS NULL',
  ).all(kind, id)
  if (hashes.some(({ hash }) => hash === photo.hash)) return 'there'
  if (hashes.length >= mostAttachments) return null
  insertRow(ctx, ctx.services.entities.get('attachments'), {
    name: safeName(`${String(values['name'])}${photo.ending}`),
    entity: kind,
    recordId: id,
    personId: ctx.user.id,
    hash: photo.hash,
    size: photo.size,
  })
  return 'kept'
}

/** Ids of records that are not there are negative. */
export function dryStore(): Store {
  let last = 0
  return {
    create: (_kind, values) => ({ id: --last, version: 1, values: { ...values } }),
    update: (_kind, placed, changes) => void Object.assign(placed.values, changes),
    attach: () => 'kept',
  }
}
