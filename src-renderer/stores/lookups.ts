// Names behind ids: people, departments, regions. Small, read once, renewed by events.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PersonCard } from '@shared/features/organization/endpoints'
import { api } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'

interface Department {
  id: number
  name: string
  parentId: number | null
}
type Regions = typeof import('@shared/regions')

export const useLookups = defineStore('lookups', () => {
  const people = ref<PersonCard[]>([])
  const departments = ref<Department[]>([])
  const regions = shallowRef<Regions | null>(null)
  const byId = computed(() => new Map(people.value.map((person) => [person.id, person])))
  const departmentById = computed(() => new Map(departments.value.map((one) => [one.id, one])))

  async function load(): Promise<void> {
    const directory = await api.organization.directory({})
    people.value = directory.people
    departments.value = directory.departments
  }

  /** The table of regions is large; it comes when the first region is shown. */
  let asked = false
  function askRegions(): void {
    if (asked) return
    asked = true
    void import('@shared/regions').then((found) => (regions.value = found))
  }

  onChange(({ entity }) => {
    if (['people', 'departments', 'organization', '*'].includes(entity)) void load().catch(() => undefined)
  })

  return {
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
