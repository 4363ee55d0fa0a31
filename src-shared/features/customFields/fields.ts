// What an admin may shape: fields of the office's own, how forms are laid out, what a follow-up of a way asks for.
import { choice, defineFields, longText, number, text } from '@shared/fields/field'
import { customizedEntities } from '@shared/fields/definition'
import { followUpWays } from '@shared/features/followUps/fields'

export const definitionFields = defineFields('customFields', {
  entity: choice({ options: customizedEntities, required: true }),
  /** Made by the host, never reused: values are kept under it. */
  key: text({ computed: true, max: 64 }),
  label: text({ required: true, max: 40 }),
  /** JSON of a definition. */
  field: longText({ required: true, max: 20_000 }),
  sort: number({ fallback: 0 }),
})

export const layoutFields = defineFields('fieldLayouts', {
  entity: choice({ options: customizedEntities, required: true }),
  /** For those who have this role; nobody's in particular when missing. */
  roleId: number(),
  /** JSON of a layout. */
  body: longText({ required: true, max: 20_000 }),
})

export const templateFields = defineFields('followUpTemplates', {
  way: choice({ options: followUpWays, required: true }),
  /** Stands in the text when one begins to write. */
  skeleton: longText({ max: 2000 }),
  /** JSON: the fields asked for beside the text. */
  fields: longText({ required: true, max: 4000, fallback: '[]' }),
})
