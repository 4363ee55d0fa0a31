// An attachment, or a file that came in a mail, to a place of the person's choice, once the host has checked the content.
import type { Attachment } from '@shared/features/attachments/endpoints'
import { api, toApiError } from '@renderer/api/caller'
import { downloadInto } from '@renderer/api/files'
import { desktop } from '@renderer/dialogs/desktop'
import { useNotifications } from '@renderer/stores/notifications'

/** `part`: only this of it. The host writes down that the whole left the office. */
type Save = (file: Attachment, part?: { name: string; bytes: Uint8Array }) => Promise<void>

export function useSaving(): Save {
  const notifications = useNotifications()
  return async ({ id, name }, part) => {
    const target = await desktop.saveFile({ suggestedName: part?.name ?? name, kinds: [] })
    if (!target) return
    try {
      const { token } = await api.attachments.open({ id, purpose: 'download' })
      if (!part) return await downloadInto(token, target)
      await target.write(part.bytes)
      await target.finish()
    } catch (thrown) {
      notifications.tellFailure(toApiError(thrown))
    }
  }
}
