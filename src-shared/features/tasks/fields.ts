// A task is one thing that one person is to do until a day, perhaps about a record, perhaps given by somebody above.
import { date, dateTime, defineFields, longText, number, person, text, yesNo } from '@shared/fields/field'

export const taskFields = defineFields('tasks', {
  title: text({ required: true, max: 200 }),
  note: longText({ max: 2000 }),
  ownerId: person(),
  dueOn: date(),
  done: yesNo({ fallback: false }),
  doneAt: dateTime({ computed: true }),
  /** Who gave it. */
  fromId: person({ computed: true }),
  entity: text({ computed: true }),
  recordId: number({ computed: true }),
})
