// What every input of a field is given.
import type { Field } from '@shared/fields/field'

export interface ControlProps {
  entity: string
  name: string
  field: Field
  id: string
  label: string
  values: Record<string, unknown>
  describe?: string | undefined
  failing?: boolean | undefined
  disabled?: boolean | undefined
}

/** The attributes of the native control inside. */
export const nativeProps = ({ id, describe, failing, field, label }: ControlProps) => ({
  id,
  'aria-label': label,
  'aria-describedby': describe,
  'aria-invalid': failing ? true : undefined,
  'aria-required': field.required ? true : undefined,
  autocomplete: 'off',
})
