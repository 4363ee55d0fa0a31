import { computed, ref } from 'vue'
import { useCommand } from '@renderer/api/commands'
import { t } from '@renderer/i18n'

export interface PasswordChange {
  current: string
  next: string
  repeat: string
}

/** Changes one's own password and then goes on with `done`. */
export function usePasswordChange(done: () => Promise<void>) {
  const entered = ref<PasswordChange>({ current: '', next: '', repeat: '' })
  const { run, busy, error } = useCommand('auth.changePassword', {
    told: () => t('auth.password.changed'),
    quiet: true,
  })
  const ready = computed(() => {
    const { current, next, repeat } = entered.value
    return current !== '' && next.length >= 8 && next === repeat
  })
  async function change(): Promise<void> {
    if (!ready.value) return
    const { current, next } = entered.value
    if (await run({ current, next })) await done()
  }
  return { entered, ready, busy, error, change }
}
