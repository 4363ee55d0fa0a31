import { defineFields, longText, text } from '@shared/fields/field'

// A role is a named set of rights: actions with how far they reach, and fields that stay hidden, masked or fixed.
export const roleFields = defineFields('roles', {
  name: text({ required: true, max: 40 }),
  note: text({ max: 200 }),
  /** Set for the ready-made ones, e.g. `owner`; that one can do everything and is never changed. */
  builtIn: text({ max: 40, computed: true }),
  /** JSON: permission → scope. */
  grants: longText({ max: 20_000, required: true, fallback: '{}' }),
  /** JSON: entity → field → right. */
  fieldRights: longText({ max: 20_000, required: true, fallback: '{}' }),
})
