// Files on their way to a record: dropped, pasted or picked.
import { ref } from 'vue'
import type { PickedFile } from '@shared/desktop'
import { ApiError } from '@shared/api/errors'
import { largestAttachment } from '@shared/features/attachments/rules'
import { api, toApiError } from '@renderer/api/caller'
import { uploadFile } from '@renderer/api/files'
import { refresh } from '@renderer/api/queries'
import { desktop } from '@renderer/dialogs/desktop'
import { t } from '@renderer/i18n'
import { errorText } from '@renderer/i18n/labels'
import { exact } from '@renderer/i18n/times'
import { useNotifications } from '@renderer/stores/notifications'

export interface About {
  entity: string
  id: number
}

type Sent = { name: string; changeSetId: number } | { name: string; error: ApiError }

const given = (file: File): PickedFile => ({
  // a pasted screenshot is always called image.png
  name: /^image\.\w+$/u.test(file.name) ? `${screenshotName()}.${file.name.split('.').pop() ?? 'png'}` : file.name,
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})
const screenshotName = (): string => t('attachments.screenshot', { at: exact(Date.now()).replace(':', '.') })

function guard({ size }: PickedFile): void {
  if (size === 0) throw new ApiError('rule', { code: 'attachmentEmpty' })
  if (size > largestAttachment)
    throw new ApiError('rule', { code: 'attachmentTooLarge', params: { mb: largestAttachment / 1024 / 1024 } })
}

export function useAdding(about: () => About) {
  const notifications = useNotifications()
  /** The file being sent and how far. */
  const sending = ref<{ name: string; share: number } | null>(null)

  async function send(file: PickedFile): Promise<Sent> {
    try {
      guard(file)
      sending.value = { name: file.name, share: 0 }
      const token = await uploadFile(file, (share) => (sending.value = { name: file.name, share }))
      const { attachment, changeSetId } = await api.attachments.add({ about: about(), token })
      return { name: attachment.name, changeSetId }
    } catch (thrown) {
      return { name: file.name, error: toApiError(thrown) }
    }
  }

  /** However many: one line about what came in, one about what did not. */
  function tell(all: readonly Sent[]): void {
    const added = all.flatMap((one) => ('changeSetId' in one ? [one] : []))
    const [first] = added
    if (first && added.length === 1)
      notifications.tell({ text: t('attachments.added', { name: first.name }), changeSet: first.changeSetId })
    else if (first)
      notifications.tell({ text: t('attachments.addedMany', { n: added.length }), back: () => takeBack(added) })
    const refused = all.flatMap((one) => ('error' in one ? [one] : []))
    const [only] = refused
    if (only && all.length === 1) notifications.tellFailure(only.error)
    else if (only) {
      const names = refused.map(({ name, error }) => t('attachments.refused', { name, why: errorText(error) }))
      notifications.tellProblem(names.join('\n'))
    }
  }

  async function takeBack(added: readonly { changeSetId: number }[]): Promise<void> {
    for (const { changeSetId } of [...added].reverse()) await api.changeSets.undo({ id: changeSetId })
  }

  async function sendAll(files: readonly PickedFile[]): Promise<void> {
    const all: Sent[] = []
    for (const file of files) all.push(await send(file))
    sending.value = null
    tell(all)
    refresh('attachments', 'customers')
  }

  return {
    sending,
    addFiles: (files: Iterable<File>): Promise<void> => sendAll([...files].map(given)),
    pick: async (): Promise<void> =>
      sendAll(await desktop.pickFiles({ title: t('attachments.add'), kinds: [], multiple: true })),
  }
}
