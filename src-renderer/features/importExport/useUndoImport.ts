// An import taken back as one: the room reads everything anew and says so.
import { ref } from 'vue'
import { toApiError } from '@renderer/api/caller'
import { useJob } from '@renderer/api/jobs'
import { refresh } from '@renderer/api/queries'
import { undoSet } from '@renderer/api/undo'
import { t } from '@renderer/i18n'
import { useNotifications } from '@renderer/stores/notifications'

/** `undo` gives whether it is taken back; a failure has been told. */
export function useUndoImport() {
  const notifications = useNotifications()
  const { follow } = useJob()
  const undoing = ref(false)

  async function undo(changeSet: number, changes?: number): Promise<boolean> {
    undoing.value = true
    try {
      await undoSet(changeSet, { follow, ...(changes === undefined ? {} : { changes }) })
      refresh('*')
      notifications.tell({ text: t('imports.undone') })
      return true
    } catch (thrown) {
      notifications.tellFailure(toApiError(thrown))
      return false
    } finally {
      undoing.value = false
    }
  }
  return { undo, undoing }
}
