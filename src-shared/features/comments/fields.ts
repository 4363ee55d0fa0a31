// A comment is said about a record. One that coaches is between the two and everybody above the coached.
import { dateTime, defineFields, longText, number, person, text } from '@shared/fields/field'

export const commentFields = defineFields('comments', {
  text: longText({ required: true, max: 2000 }),
  entity: text({ computed: true }),
  recordId: number({ computed: true }),
  /** Who said it. */
  personId: person({ computed: true }),
  /** The comment it replies to. */
  rootId: number({ computed: true }),
  /** Whose work it coaches; only they, the author and those above see it. */
  coachedId: person({ computed: true }),
  /** To whom it is said, who is asked to have seen it. */
  toId: person({ computed: true }),
  seenAt: dateTime({ computed: true }),
  taskId: number({ computed: true }),
})
