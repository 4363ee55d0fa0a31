import { type Context, handlersOf } from '@main/api/context'
import { carrierRow } from '@main/records/about'
import { archive } from '@main/records/archive'
import { type StoredRow } from '@main/records/entity'
import { reachable } from '@main/records/read'
import { update } from '@main/records/update'
import { insertRow, setComputed } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { InputOf } from '@shared/api/endpoint'
import { commentsEndpoints } from '@shared/features/comments/endpoints'
import { comments } from './entity'
import { listComments, shown, tellOf } from './thread'

type New = InputOf<(typeof commentsEndpoints)['create']>

export const commentsHandlers = handlersOf(commentsEndpoints, {
  list: (ctx, { entity, ids }) => ({ rows: listComments(ctx, entity, ids) }),

  create(ctx, input) {
    const { row: carrier } = carrierRow(ctx, input.about, () => 'read')
    const root = input.replyTo === undefined ? null : rootOf(ctx, input, input.replyTo)
    const coachedId = root ? numberOr(root['coachedId']) : coachedBy(ctx, input, carrier)
    const comment = insertRow(ctx, comments, {
      text: input.text,
      entity: input.about.entity,
      recordId: input.about.id,
      personId: ctx.user.id,
      rootId: root?.id ?? null,
      coachedId,
      toId: addressee(ctx, root, coachedId),
      taskId: input.task ? giveTask(ctx, input, coachedId) : null,
    })
    tellOf(ctx, input.about, carrier, comment)
    return shown(ctx, comment)
  },

  update(ctx, { id, version, text }) {
    update(ctx, comments, { id, version, changes: { text } })
    return shown(ctx, reachable(ctx, comments, id, 'read'))
  },

  archive(ctx, input) {
    archive(ctx, comments, input)
    return {}
  },

  seen(ctx, { about }) {
    const unseen = listComments(ctx, about.entity, [about.id]).filter(
      (one) => one.toId === ctx.user.id && one.seenAt === null,
    )
    for (const { id } of unseen) setComputed(ctx, comments, id, { seenAt: ctx.now })
    ctx.call('notifications.markRead', { about })
    return { seen: unseen.length }
  },
})

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The first comment of the thread that is replied to. */
function rootOf(ctx: Context, { about }: New, replyTo: number): StoredRow {
  const found = reachable(ctx, comments, replyTo, 'read')
  if (found['entity'] !== about.entity || found['recordId'] !== about.id) throw fail('notFound')
  const rootId = numberOr(found['rootId'])
  return rootId === null ? found : reachable(ctx, comments, rootId, 'read')
}

/** Whose work it coaches: only somebody above coaches, and only follow-ups have an author. */
function coachedBy(ctx: Context, { about, coaching, task }: New, carrier: StoredRow): number | null {
  if (!coaching) {
    if (task) throw fail('rule', { code: 'taskWithoutCoaching' })
    return null
  }
  const author = about.entity === 'followUps' ? numberOr(carrier['personId']) : null
  if (author === null || author === ctx.user.id || !(ctx.rights.isOwner || ctx.rights.below.has(author)))
    throw fail('rule', { code: 'notAbove' })
  return author
}

/** To the coached, or back to who began. */
function addressee(ctx: Context, root: StoredRow | null, coachedId: number | null): number | null {
  const begun = root ? numberOr(root['personId']) : null
  return begun !== null && begun !== ctx.user.id ? begun : coachedId
}

function giveTask(ctx: Context, { about, task }: New, coachedId: number | null): number | null {
  if (!task || coachedId === null) throw fail('rule', { code: 'taskWithoutCoaching' })
  const made = ctx.call('tasks.create', { ...task, ownerId: coachedId, about })
  // the task's own endpoint gives its row
  return (made as { id: number }).id
}
