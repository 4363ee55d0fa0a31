// What the palette offers for what was typed: records, commands, pages.
import { computed, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { SearchHit } from '@shared/features/search/endpoints'
import { useQuery, useSlow } from '@renderer/api/queries'
import { t } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'
import { openDialog } from '@renderer/layout/openDialog'
import { useRooms } from '@renderer/layout/rooms'
import { useRunAction } from '@renderer/layout/useRunAction'
import { recentRecords } from '@renderer/records/recentRecords'
import { useSession } from '@renderer/stores/session'

export interface PaletteItem {
  key: string
  title: string
  subtitle?: string | undefined
  hit?: SearchHit | undefined
  keys?: string | undefined
  run(): void
  /** Ctrl/⌘ Enter: write a follow-up. */
  follow?: (() => void) | undefined
}
export interface PaletteGroup {
  title: string
  items: PaletteItem[]
}

const kinds = ['customers', 'contacts', 'followUps'] as const
const pathOf = ({ entity, customerId }: SearchHit): string =>
  entity === 'contacts' ? `/customers/${customerId}?tab=contacts` : `/customers/${customerId}`
const writeFor = ({ entity, customerId, title, subtitle }: SearchHit): void =>
  void openDialog('followUps.write', { customerId, customerName: entity === 'customers' ? title : subtitle })

/** Found by the title, or by the pinyin words beside it. */
const matches = (text: string, title: string, words: string): boolean =>
  `${title} ${words}`.toLowerCase().includes(text.toLowerCase())

/** Commands and pages this person may use. */
function useOffers(text: Ref<string>) {
  const router = useRouter()
  const rooms = useRooms()
  const session = useSession()
  const runAction = useRunAction()
  const allowed = <T extends { permission?: Parameters<typeof session.can>[0] }>(all: readonly T[]): T[] =>
    all.filter(({ permission }) => !permission || session.can(permission))

  const actions = computed<PaletteItem[]>(() =>
    allowed(rooms.actions)
      .filter((action) => matches(text.value, t(action.titleKey), action.words))
      .map((action) => ({
        key: action.titleKey,
        title: t(action.titleKey),
        keys: action.shortcut,
        run: () => runAction(action),
      })),
  )
  const createNamed = computed<PaletteItem[]>(() => {
    const name = text.value
    if (name === '' || !session.can('customers.create')) return []
    return [
      {
        key: 'create',
        title: t('search.createNamed', { text: name }),
        run: () => void openDialog('customers.create', { name }),
      },
    ]
  })
  const pages = computed<PaletteItem[]>(() =>
    allowed(rooms.menu)
      .filter((entry) => matches(text.value, t(entry.titleKey), entry.to))
      .map((entry) => ({
        key: entry.to,
        title: t(entry.titleKey),
        keys: entry.goKey && `g ${entry.goKey}`,
        run: () => void router.push(entry.to),
      })),
  )
  return { actions: computed(() => [...actions.value, ...createNamed.value]), pages }
}

export function usePalette(text: Ref<string>) {
  const router = useRouter()
  const session = useSession()
  const trimmed = computed(() => text.value.trim())
  const { actions, pages } = useOffers(trimmed)
  const found = useQuery(
    'search.find',
    () => (trimmed.value === '' ? null : { text: trimmed.value.slice(0, 100), limit: 8 }),
    { also: [...kinds], keep: true },
  )
  const asItem = (hit: SearchHit): PaletteItem => ({
    key: `${hit.entity}-${hit.id}`,
    title: hit.title,
    subtitle: hit.subtitle,
    hit,
    run: () => void router.push(pathOf(hit)),
    follow: session.can('followUps.create') ? () => writeFor(hit) : undefined,
  })
  const recent = (): PaletteItem[] =>
    recentRecords().map(({ path, name }) => ({ key: path, title: name, run: () => void router.push(path) }))

  const hits = computed(() => (trimmed.value === '' ? [] : (found.data.value?.hits ?? [])))
  const groups = computed<PaletteGroup[]>(() =>
    [
      { title: t('search.recent'), items: trimmed.value === '' ? recent() : [] },
      ...kinds.map((kind) => ({
        title: t(`search.groups.${kind}`),
        items: hits.value.filter((hit) => hit.entity === kind).map(asItem),
      })),
      { title: t('search.actions'), items: actions.value },
      { title: t('search.pages'), items: pages.value },
    ].filter((group) => group.items.length > 0),
  )
  const answered = computed(() => found.data.value !== undefined && !found.earlier.value)
  const nothing = computed(() => trimmed.value !== '' && answered.value && found.data.value?.hits.length === 0)
  const searching = useSlow(() => trimmed.value !== '' && !answered.value && !found.error.value)
  return { groups, nothing, searching, error: found.error, trimmed }
}

/** Why it was found, when the title does not show it. */
export const reason = (hit: SearchHit): string => fieldLabel(hit.entity, hit.field)
