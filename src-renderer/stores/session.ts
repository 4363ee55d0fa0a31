// Who sits here: signed in or not, and what may be offered. It hides what cannot be done; the host does the guarding.
import { defineStore } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { SessionInfo } from '@shared/features/auth/endpoints'
import type { FieldRight, Permission } from '@shared/permissions'
import { api, onSignedOut, toApiError } from '@renderer/api/caller'
import { onChange, startListening, stopListening } from '@renderer/api/events'
import { forgetAll } from '@renderer/api/queries'
import { useLookups } from './lookups'
import { usePreferences } from './preferences'

export type SessionState = 'unknown' | 'firstRun' | 'signedOut' | 'locked' | 'signedIn'

/** What the rights of this person allow to be offered. */
function offered(info: Ref<SessionInfo | null>) {
  const permissions = computed(() => new Set<string>(info.value?.permissions))
  return {
    can: (permission: Permission): boolean => permissions.value.has(permission),
    /** How far this person may see or touch a field; undefined: without limit. */
    fieldRight: (entity: string, field: string): FieldRight | undefined => info.value?.fieldRights[entity]?.[field],
  }
}

/** Rights, names and who stands below change while one works; read again without leaving the page. */
function keepFresh(state: Ref<SessionState>, info: Ref<SessionInfo | null>): () => Promise<void> {
  const renew = async (): Promise<void> => {
    if (state.value === 'signedIn') info.value = await api.auth.session({})
  }
  onChange(({ entity }) => {
    if (['people', 'departments', 'roles'].includes(entity)) void renew().catch(() => undefined)
  })
  return renew
}

async function whoIsHere(status: { setUp: boolean; signedIn: boolean }): Promise<SessionInfo | SessionState> {
  if (!status.setUp) return 'firstRun'
  if (!status.signedIn) return 'signedOut'
  try {
    return await api.auth.session({})
  } catch (thrown) {
    const error = toApiError(thrown)
    if (error.code !== 'signedOut') throw error
    return error.details.code === 'locked' ? 'locked' : 'signedOut'
  }
}

export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('unknown')
  const info = ref<SessionInfo | null>(null)
  const company = ref<string | null>(null)

  async function enter(session: SessionInfo): Promise<void> {
    if (info.value && info.value.personId !== session.personId) forgetAll()
    info.value = session
    company.value = session.company
    // nothing else is served before
    if (session.mustChangePassword) return void (state.value = 'signedIn')
    await Promise.allSettled([usePreferences().load(), useLookups().load()])
    state.value = 'signedIn'
    startListening()
  }

  function leave(next: SessionState): void {
    stopListening()
    if (next !== 'locked') {
      forgetAll()
      info.value = null
    }
    state.value = next
  }

  async function load(): Promise<void> {
    const status = await api.auth.status({})
    company.value = status.company
    const found = await whoIsHere(status)
    if (typeof found === 'string') leave(found)
    else await enter(found)
  }

  onSignedOut((locked) => {
    if (state.value === 'signedIn') leave(locked ? 'locked' : 'signedOut')
  })

  const renew = keepFresh(state, info)

  return {
    state,
    info,
    company,
    load,
    enter,
    ...offered(info),
    /** Rights or the name may have changed: read again without leaving the page. */
    renew,
    async lock() {
      await api.auth.lock({})
      leave('locked')
    },
    async signOut() {
      await api.auth.signOut({}).catch(() => undefined)
      leave('signedOut')
    },
  }
})
