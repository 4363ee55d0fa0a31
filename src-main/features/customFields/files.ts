// A file on its way into a field, and out of it again.
import { copyFile, link } from 'node:fs/promises'
import type { Context } from '@main/api/context'
import { issueFile } from '@main/records/customFiles'
import { fieldAt } from '@main/records/customFields'
import { seesField } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { fail } from '@shared/api/errors'
import type { CustomizedEntity } from '@shared/fields/definition'
import { readFile, writeFile } from '@shared/fields/fileValue'

const mb = 1024 * 1024
const largest = 100 * mb

export async function keepFile(ctx: Context, token: string): Promise<{ value: string }> {
  const upload = ctx.services.files.take(token, ctx.user.id)
  if (upload.size === 0) throw fail('rule', { code: 'attachmentEmpty' })
  if (upload.size > largest) throw fail('rule', { code: 'attachmentTooLarge', params: { mb: largest / mb } })
  const content = await ctx.services.contents.keep(upload.path)
  const value = writeFile({ ...content, name: upload.name })
  issueFile(ctx, value)
  return { value }
}

interface Place {
  entity: CustomizedEntity
  id: number
  key: string
}

export async function openFile(
  ctx: Context,
  { entity: name, id, key }: Place,
): Promise<{ token: string; name: string; size: number }> {
  const entity = ctx.services.entities.get(name)
  const row = reachable(ctx, entity, id, 'read')
  const field = `custom.${key}`
  const file = fieldAt(ctx, entity, field)?.kind === 'file' ? readFile(row.custom[key]) : null
  if (!file || !seesField(ctx, name, field)) throw fail('notFound')
  const { contents, files } = ctx.services
  const state = await contents.check(file.hash)
  if (state !== 'whole')
    throw fail('storage', { code: state === 'missing' ? 'attachmentMissing' : 'attachmentDamaged' })
  // what leaves the office is written down
  ctx.write((inner) => inner.about(name, id, { field, name: file.name }))
  const offered = files.prepare(file.name, ctx.user.id)
  await link(contents.pathOf(file.hash), offered.path).catch(() => copyFile(contents.pathOf(file.hash), offered.path))
  return { token: offered.done(), name: file.name, size: file.size }
}
