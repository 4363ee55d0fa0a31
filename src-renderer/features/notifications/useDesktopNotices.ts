// New notifications also reach the desktop: from the window that sees them first, once.
import { onScopeDispose } from 'vue'
import type { Notification } from '@shared/features/notifications/endpoints'
import { api } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'
import { desktop } from '@renderer/dialogs/desktop'
import { t } from '@renderer/i18n'
import { useLookups } from '@renderer/stores/lookups'
import { notificationText, routeOf } from './notificationText'

const shownKey = 'zhike.notified'
/** More than this at once are told in one notice. */
const oneByOne = 3

/** A browser asks for leave only when the person presses a button. */
export const mayTellOnDesktop = (): boolean =>
  desktop.kind === 'desktop' || ('Notification' in window && Notification.permission === 'granted')

function lastShown(): number {
  try {
    return Number(localStorage.getItem(shownKey) ?? 0)
  } catch {
    return Number.MAX_SAFE_INTEGER
  }
}

/** Of these, the ones no window of this computer has told of; remembers them. */
function fresh(rows: readonly Notification[]): Notification[] {
  const last = lastShown()
  const found = rows.filter((one) => one.id > last)
  const newest = found[0]
  if (newest) localStorage.setItem(shownKey, String(newest.id))
  return found
}

export function useDesktopNotices(): void {
  const lookups = useLookups()

  async function tell(): Promise<void> {
    if (!mayTellOnDesktop()) return
    const { rows } = await api.notifications.list({ unread: true, limit: 20 })
    const found = fresh(rows.filter((one) => Date.now() - one.at < 3_600_000))
    if (found.length > oneByOne) {
      const body = t('notifications.several', { n: found.length })
      return void (await desktop.notify({ title: t('shell.name'), body }))
    }
    for (const one of found) {
      const route = routeOf(one)
      const notice = { title: t('shell.name'), body: notificationText(one, lookups.personName) }
      await desktop.notify(route === null ? notice : { ...notice, route })
    }
  }

  onScopeDispose(
    onChange(({ entity }) => {
      if (entity === 'notifications') void tell().catch(() => undefined)
    }),
  )
}
