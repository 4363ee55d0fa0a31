// The file of refused rows, into the place the person chooses.
import { toApiError } from '@renderer/api/caller'
import { downloadInto } from '@renderer/api/files'
import { desktop } from '@renderer/dialogs/desktop'
import { t } from '@renderer/i18n'
import { useNotifications } from '@renderer/stores/notifications'

export async function saveErrorFile(token: string): Promise<void> {
  const target = await desktop.saveFile({
    suggestedName: `${t('imports.words.errorFile')}.xlsx`,
    kinds: [{ label: 'Excel', extensions: ['xlsx'] }],
  })
  if (!target) return
  await downloadInto(token, target).catch((thrown: unknown) => useNotifications().tellFailure(toApiError(thrown)))
}
