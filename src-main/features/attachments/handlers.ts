import { link, copyFile } from 'node:fs/promises'
import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { type About, carrierRow } from '@main/records/about'
import { archive } from '@main/records/archive'
import { reachable } from '@main/records/read'
import { update } from '@main/records/update'
import { insertRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { attachmentsEndpoints } from '@shared/features/attachments/endpoints'
import { largestAttachment, mostAttachments } from '@shared/features/attachments/rules'
import { safeName } from '@shared/fileNames'
import { permissionOf } from '@shared/permissions'
import { attachments } from './entity'
import { listed, mayAdd, ofCustomer, ofRecords, shown } from './shown'

export const attachmentsHandlers = handlersOf(attachmentsEndpoints, {
  list(ctx, { about, customerId }) {
    if (customerId !== undefined)
      return { rows: listed(ctx, ofCustomer(ctx, customerId)), canAdd: mayAdd(ctx, 'customers', customerId) }
    if (!about) return { rows: [], canAdd: false }
    const { entity, ids } = about
    const [only, ...others] = ids
    return {
      rows: listed(ctx, ofRecords(entity, ids)),
      canAdd: only !== undefined && others.length === 0 && mayAdd(ctx, entity, only),
    }
  },

  async add(ctx, { about, token }) {
    guardPlace(ctx, about)
    const upload = ctx.services.files.take(token, ctx.user.id)
    if (upload.size === 0) throw fail('rule', { code: 'attachmentEmpty' })
    if (upload.size > largestAttachment)
      throw fail('rule', { code: 'attachmentTooLarge', params: { mb: largestAttachment / 1024 / 1024 } })
    const content = await ctx.services.contents.keep(upload.path)
    return ctx.write(
      (inner) => {
        guardPlace(inner, about)
        const row = insertRow(inner, attachments, {
          name: upload.name,
          entity: about.entity,
          recordId: about.id,
          personId: ctx.user.id,
          ...content,
        })
        return { attachment: shown(inner, row), changeSetId: inner.changeSetId() }
      },
      { asAnswer: true },
    )
  },

  rename(ctx, { id, version, name }) {
    update(ctx, attachments, { id, version, changes: { name: safeName(name) } })
    return shown(ctx, reachable(ctx, attachments, id, 'read'))
  },

  archive(ctx, input) {
    archive(ctx, attachments, input)
    return {}
  },

  async open(ctx, { id, purpose }) {
    const row = reachable(ctx, attachments, id, 'read')
    const [hash, name] = [String(row['hash']), String(row['name'])]
    const { contents, files } = ctx.services
    const state = await contents.check(hash)
    if (state !== 'whole')
      throw fail('storage', { code: state === 'missing' ? 'attachmentMissing' : 'attachmentDamaged' })
    // what leaves the office is written down
    if (purpose === 'download') ctx.write((inner) => inner.about('attachments', id, { name }))
    const offered = files.prepare(name, ctx.user.id)
    await link(contents.pathOf(hash), offered.path).catch(() => copyFile(contents.pathOf(hash), offered.path))
    return { token: offered.done(), name, size: Number(row['size']) }
  },
})

/** Who may change the record, and only so many files. */
function guardPlace(ctx: Context, about: About): void {
  carrierRow(ctx, about, ({ room }) => permissionOf(room, 'update'))
  const { n } = statement<[string, number], { n: number }>(
    ctx.db,
    'SELECT count(*) n FROM attachments WHERE entity = ? AND record_id = ? AND archived_at IS NULL',
  ).get(about.entity, about.id) ?? { n: 0 }
  if (n >= mostAttachments) throw fail('rule', { code: 'attachmentTooMany', params: { n: mostAttachments } })
}
