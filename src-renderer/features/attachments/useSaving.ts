// An attachment to a place of the person's choice, once the host has checked its content.
import type { Attachment } from '@shared/features/attachments/endpoints'
import { api, toApiError } from '@renderer/api/caller'
import { downloadInto } from '@renderer/api/files'
import { desktop } from '@renderer/dialogs/desktop'
import { useNotifications } from '@renderer/stores/notifications'

export function useSaving(): (file: Attachment) => Promise<void> {
  const notifications = useNotifications()
  return async ({ id, name }) => {
    const target = await desktop.saveFile({ suggestedName: name, kinds: [] })
    if (!target) return
    try {
      const { token } = await api.attachments.open({ id, purpose: 'download' })
      await downloadInto(token, target)
    } catch (thrown) {
      notifications.tellFailure(toApiError(thrown))
    }
  }
}
