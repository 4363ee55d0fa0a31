import type { Comment } from '@shared/features/comments/endpoints'
import { api } from '@renderer/api/caller'
import { asksTogether } from '@renderer/api/together'

/** The comments on one record, oldest first. */
export const useThread = asksTogether<Comment>({
  read: async (entity, ids) => (await api.comments.list({ entity, ids })).rows,
  recordOf: (comment) => comment.recordId,
  changes: ['comments', 'tasks'],
})
