// System notifications; a click brings the window to the front at the notice's place.
import { BrowserWindow, Notification, type WebContents } from 'electron'
import { channels } from '@shared/desktopChannels'
import type { Notice } from '@shared/desktop'

const shown = new Set<Notification>()

/** False when the system shows none. */
export const notify = (contents: WebContents, notice: Notice): boolean => {
  if (!Notification.isSupported()) return false
  const notification = new Notification({ title: notice.title, body: notice.body })
  // Held while visible: a collected notification loses its click.
  shown.add(notification)
  notification.on('close', () => shown.delete(notification))
  notification.on('click', () => {
    shown.delete(notification)
    const window = contents.isDestroyed() ? null : BrowserWindow.fromWebContents(contents)
    window?.show()
    window?.focus()
    if (window && notice.route) contents.send(channels.route, notice.route)
  })
  notification.show()
  return true
}
