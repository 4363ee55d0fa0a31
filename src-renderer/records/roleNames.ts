// Roles are kept by id; a person's roles are read by name.
import { computed } from 'vue'
import { useQuery } from '@renderer/api/queries'
import { roleLabel } from '@renderer/i18n/roleLabel'
import { useSession } from '@renderer/stores/session'

/** @example const readable = useRoleNames(); readable('people', 'roleIds', ['3']) // ['业务员'] */
export function useRoleNames() {
  const session = useSession()
  const roles = useQuery('roles.list', () => (session.can('roles.view') ? {} : null))
  const names = computed(
    () => new Map((roles.data.value?.rows ?? []).map((role) => [String(role.id), roleLabel(role)])),
  )
  return (entity: string, key: string, value: unknown): unknown =>
    entity === 'people' && key === 'roleIds' && Array.isArray(value)
      ? value.map((id) => names.value.get(String(id)) ?? id)
      : value
}
