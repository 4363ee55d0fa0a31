import type { Attachment } from '@shared/features/attachments/endpoints'
import { api } from '@renderer/api/caller'
import { asksTogether } from '@renderer/api/together'

/** The files of one record. */
export const useFiles = asksTogether<Attachment>({
  read: async (entity, ids) => (await api.attachments.list({ about: { entity, ids } })).rows,
  recordOf: (file) => file.recordId,
  changes: ['attachments'],
})
