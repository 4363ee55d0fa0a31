// Names behind ids, and the office's own fields: people, departments, regions, definitions. Small, renewed by events.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Fields } from '@shared/fields/field'
import { fieldOf } from '@shared/fields/definition'
import type { PersonCard } from '@shared/features/organization/endpoints'
import { api } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'
import type { OutputAt } from '@renderer/api/paths'
import { ownFieldsAre } from '@renderer/i18n/labels'

interface Department {
  id: number
  name: string
  parentId: number | null
}
type Regions = typeof import('@shared/regions') & typeof import('@shared/regionSearch')
type Forms = OutputAt<'customFields.forms'>

/** Fields an admin added, layouts and templates. */
function officeForms() {
  const forms = shallowRef<Forms>({ fields: [], layouts: [], templates: [] })
  const byEntity = computed(() => {
    const all: Record<string, Fields> = {}
    for (const { entity, key, label, field } of forms.value.fields)
      all[entity] = { ...all[entity], [`custom.${key}`]: fieldOf(label, field) }
    return all
  })
  const loadForms = async (): Promise<void> => void (forms.value = await api.customFields.forms({}))
  onChange(({ entity }) => {
    if (['customFields', 'fieldLayouts', 'followUpTemplates', 'roles', 'people', '*'].includes(entity))
      void loadForms().catch(() => undefined)
  })
  /** By `custom.key`, as forms and lists call them. */
  const customFields = (entity: string): Fields => byEntity.value[entity] ?? none
  ownFieldsAre(customFields)
  return {
    loadForms,
    customFields,
    layout: (entity: string) => forms.value.layouts.find((one) => one.entity === entity)?.body,
    template: (way: string) => forms.value.templates.find((one) => one.way === way)?.body,
  }
}
const none: Fields = {}

export const useLookups = defineStore('lookups', () => {
  const people = ref<PersonCard[]>([])
  const departments = ref<Department[]>([])
  const regions = shallowRef<Regions | null>(null)
  const byId = computed(() => new Map(people.value.map((person) => [person.id, person])))
  const departmentById = computed(() => new Map(departments.value.map((one) => [one.id, one])))

  const { loadForms, ...forms } = officeForms()

  async function load(): Promise<void> {
    const [directory] = await Promise.all([api.organization.directory({}), loadForms()])
    people.value = directory.people
    departments.value = directory.departments
  }

  /** The table of regions is large; it comes when the first region is shown. */
  let asked = false
  function askRegions(): void {
    if (asked) return
    asked = true
    void Promise.all([import('@shared/regions'), import('@shared/regionSearch')]).then(
      ([table, search]) => (regions.value = { ...table, ...search }),
    )
  }

  onChange(({ entity }) => {
    if (['people', 'departments', 'organization', '*'].includes(entity)) void load().catch(() => undefined)
  })

  return {
    ...forms,
    people,
    departments,
    regions,
    load,
    askRegions,
    activePeople: computed(() => people.value.filter((person) => person.active)),
    person: (id: number | null | undefined): PersonCard | undefined => (id == null ? undefined : byId.value.get(id)),
    personName: (id: number | null | undefined): string => (id == null ? '' : (byId.value.get(id)?.name ?? `#${id}`)),
    departmentName: (id: number | null | undefined): string =>
      id == null ? '' : (departmentById.value.get(id)?.name ?? ''),
    regionName: (code: string | null): string => {
      if (!code) return ''
      askRegions()
      return regions.value?.regionName(code) ?? ''
    },
  }
})
