// What was typed and not saved is not lost without a question.
import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { t } from '@renderer/i18n'

/** Asks before the page is left while `dirty` says so. */
export function useLeaveGuard(dirty: () => boolean): void {
  const stay = (event: BeforeUnloadEvent): void => {
    if (dirty()) event.preventDefault()
  }
  onMounted(() => window.addEventListener('beforeunload', stay))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', stay))
  onBeforeRouteLeave(() => !dirty() || window.confirm(t('records.form.unsaved')))
}
