import type { ControlProps } from './control'

/** What all selects share. */
export const selectProps = ({ failing, disabled }: ControlProps) => ({
  placeholder: '',
  status: failing ? ('error' as const) : undefined,
  disabled: disabled ?? false,
  menuProps: { role: 'listbox' },
  consistentMenuWidth: false,
})
