// Saving a change with the version it was made on; when somebody was faster, the clash is shown field by field.
import { ref, shallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { call, toApiError } from '@renderer/api/caller'
import { refresh } from '@renderer/api/queries'
import { nested } from '@shared/fields/flat'
import { valueOf, type AnyRow } from '@renderer/records/fieldList'
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

async function clashOf(entity: string, base: AnyRow, mine: Record<string, unknown>, failure: ApiError): Promise<Clash> {
  // every entity's read gives its row
  const theirs = (await call(entity, 'read', { id: base.id })) as AnyRow
  const fields = Object.keys(failure.details.fields ?? {}).filter(
    (key) => key in mine && JSON.stringify(valueOf(base, key)) !== JSON.stringify(valueOf(theirs, key)),
  )
  return { base, mine, theirs, fields }
}

/**
 * @example const { save, clash, busy, error } = useSaveRecord('customers', { told: () => t('customers.saved') })
 */
export function useSaveRecord(entity: string, { told, also = [], beside = () => ({}) }: SaveOptions = {}) {
  const busy = ref(false)
  const error = shallowRef<ApiError | null>(null)
  const clash = shallowRef<Clash | null>(null)
  const notifications = useNotifications()

  // every entity's update gives its row
  const write = async (row: AnyRow, changes: Record<string, unknown>, reply: { changeSet?: number }): Promise<AnyRow> =>
    (await call(
      entity,
      'update',
      { id: row.id, version: row.version, changes: nested(changes), ...beside() },
      { reply },
    )) as AnyRow

  /** Mine go on top of what others changed in other fields; only the same field is a clash. */
  async function writeOver(...[row, changes, reply]: Parameters<typeof write>): Promise<AnyRow> {
    try {
      return await write(row, changes, reply)
    } catch (thrown) {
      const failure = toApiError(thrown)
      if (failure.code !== 'conflict') throw failure
      // where it cannot be read, the words of the refusal say what happened
      const met = await clashOf(entity, row, changes, failure).catch(() => Promise.reject(failure))
      if (met.fields.length === 0) return write(met.theirs, changes, reply)
      clash.value = met
      throw failure
    }
  }

  /** The row as saved, null when it failed or met a clash. */
  async function save(row: AnyRow, changes: Record<string, unknown>): Promise<AnyRow | null> {
    busy.value = true
    error.value = null
    const before = clash.value
    const reply: { changeSet?: number } = {}
    try {
      const saved = await writeOver(row, changes, reply)
      clash.value = null
      refresh(entity, ...also)
      if (told) notifications.tell({ text: told(), changeSet: reply.changeSet })
      return saved
    } catch (thrown) {
      // told by its own dialog
      error.value = clash.value === before ? toApiError(thrown) : null
      return null
    } finally {
      busy.value = false
    }
  }
  return { save, busy, error, clash }
}
