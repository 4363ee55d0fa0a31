// An attachment is a file kept with a record.
import { defineFields, number, person, text } from '@shared/fields/field'

export const attachmentFields = defineFields('attachments', {
  name: text({ required: true, max: 200 }),
  entity: text({ computed: true }),
  recordId: number({ computed: true }),
  size: number({ computed: true }),
  /** SHA-256 of its content, which is also where it lies. */
  hash: text({ computed: true, max: 64 }),
  /** Who put it there. */
  personId: person({ computed: true }),
})
