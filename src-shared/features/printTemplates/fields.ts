// A print template of the office: how a kind of paper looks, in place of the built-in one.
import { choice, defineFields, longText, text, yesNo } from '@shared/fields/field'
import { paperKinds } from '@shared/printing/kinds'

export const printTemplateFields = defineFields('printTemplates', {
  kind: choice({ options: paperKinds, required: true, group: 'basic' }),
  name: text({ required: true, max: 60, group: 'basic' }),
  /** Taken when nobody chooses another; one a kind. */
  standard: yesNo({ fallback: false, group: 'basic' }),
  /** JSON of a TemplateBody. */
  body: longText({ max: 60_000, required: true }),
})
