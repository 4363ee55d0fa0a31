// Saving a change with the version it was made on; when somebody was faster, the clash is shown field by field.
import { ref, shallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { call, toApiError } from '@renderer/api/caller'
import { refresh } from '@renderer/api/queries'
import { nested } from '@shared/fields/flat'
import { type AnyRow } from '@renderer/records/fieldList'
import { useNotifications } from '@renderer/stores/notifications'

export interface Clash {
  /** As it was when it was opened, as I want it, as it is now. */
  base: AnyRow
  mine: Record<string, unknown>
  theirs: AnyRow
  fields: string[]
}

interface SaveOptions {
  told?: () => string
  /** Entities whose views are read again. */
  also?: string[]
  /** What is said with the changes and is no field. */
  beside?: () => Record<string, unknown>
}

/**
 * @example const { save, clash, busy, error } = useSaveRecord('customers', { told: () => t('customers.saved') })
 */
export function useSaveRecord(entity: string, { told, also = [], beside = () => ({}) }: SaveOptions = {}) {
  const busy = ref(false)
  const error = shallowRef<ApiError | null>(null)
  const clash = shallowRef<Clash | null>(null)
  const notifications = useNotifications()

  async function meet(base: AnyRow, mine: Record<string, unknown>, failure: ApiError): Promise<true> {
    // every entity's read gives its row
    const theirs = (await call(entity, 'read', { id: base.id })) as AnyRow
    const named = Object.keys(failure.details.fields ?? {}).filter((key) => key in mine)
    clash.value = { base, mine, theirs, fields: named.length > 0 ? named : Object.keys(mine) }
    return true
  }

  /** The row as saved, null when it failed or met a clash. */
  async function save(row: AnyRow, changes: Record<string, unknown>): Promise<AnyRow | null> {
    busy.value = true
    error.value = null
    const reply: { changeSet?: number } = {}
    try {
      // every entity's update gives its row
      const saved = (await call(
        entity,
        'update',
        { id: row.id, version: row.version, changes: nested(changes), ...beside() },
        { reply },
      )) as AnyRow
      clash.value = null
      refresh(entity, ...also)
      if (told) notifications.tell({ text: told(), changeSet: reply.changeSet })
      return saved
    } catch (thrown) {
      error.value = toApiError(thrown)
      // shown field by field; where that cannot be read, the words of the refusal say what happened
      const { code } = error.value
      if (code === 'conflict' && (await meet(row, changes, error.value).catch(() => false))) error.value = null
      return null
    } finally {
      busy.value = false
    }
  }
  return { save, busy, error, clash }
}
