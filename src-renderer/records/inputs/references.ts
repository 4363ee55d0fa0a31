// Finding records to refer to, and naming one that is referred to.
import type { SelectOption } from 'naive-ui'
import type { Filter } from '@shared/api/filters'
import { call } from '@renderer/api/caller'

interface Named {
  id: number
  name: string
  customerName?: string | null
}

const asOption = ({ id, name, customerName }: Named): SelectOption => ({
  value: id,
  label: customerName ? `${name} · ${customerName}` : name,
})

/** The best twenty; contacts only of `customerId` when it is given. */
export async function findReferences(entity: string, text: string, customerId: number | null): Promise<SelectOption[]> {
  const ofCustomer = entity === 'contacts' && customerId !== null
  const filter: Filter | undefined = ofCustomer ? { field: 'customerId', operator: 'is', value: customerId } : undefined
  // entities that can be referred to have a name
  const page = (await call(entity, 'list', { search: text || undefined, filter, limit: 20 })) as { rows: Named[] }
  return page.rows.map((row) => asOption(ofCustomer ? { id: row.id, name: row.name } : row))
}

export async function readReference(entity: string, id: number): Promise<SelectOption> {
  try {
    // entities that can be referred to have a name
    const row = (await call(entity, 'read', { id })) as Named
    return { value: id, label: row.name }
  } catch {
    return { value: id, label: `#${id}` }
  }
}
