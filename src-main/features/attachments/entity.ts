import { hangingRows } from '@main/records/about'
import type { Entity } from '@main/records/entity'
import { attachmentFields } from '@shared/features/attachments/fields'
import { permissionOf } from '@shared/permissions'

export const attachments: Entity<typeof attachmentFields.fields> = {
  name: 'attachments',
  room: 'customers',
  set: attachmentFields,
  table: 'attachments',
  about: true,
  scope: {
    by: 'rule',
    rows: (ctx, reach, alias) =>
      hangingRows(ctx, alias, ({ room }) => (reach === 'read' ? 'read' : permissionOf(room, 'update'))),
  },
  labelField: 'name',
  defaultSort: { field: 'createdAt', direction: 'desc' },
}
