// Departments and the people in them as one tree.
import type { TreeOption } from 'naive-ui'
import type { OutputAt } from '@renderer/api/paths'

export type Tree = OutputAt<'organization.tree'>
export type Person = Tree['people'][number]
export type Department = Tree['departments'][number]
export type Chosen = { kind: 'person'; id: number } | { kind: 'department'; id: number } | null

export const keyOf = (chosen: NonNullable<Chosen>): string => `${chosen.kind}-${chosen.id}`

export function chosenOf(key: string | number): Chosen {
  const [kind, id] = String(key).split('-')
  return kind === 'person' || kind === 'department' ? { kind, id: Number(id) } : null
}

const personNode = (person: Person): TreeOption => ({
  key: `person-${person.id}`,
  label: person.name ?? '',
  suffixText: person.position ?? '',
  gone: person.disabled === true || person.leftOn !== null,
  isLeaf: true,
})

/** Who leads it: its head, or who acts while there is none. */
export function headOf(
  { headId, actingHeadId }: Department,
  people: readonly Person[],
): { name: string; acting: boolean } | null {
  const found = people.find(({ id }) => id === (headId ?? actingHeadId))
  return found ? { name: found.name ?? '', acting: headId === null } : null
}

const inOrder = (departments: readonly Department[], parentId: number | null): Department[] => {
  const known = new Set(departments.map(({ id }) => id))
  return departments
    .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
    .sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || a.id - b.id)
}

/** The department that `movedId` comes to stand before when dropped above or below another; null for last. */
export function placeBeside(
  { departments }: Pick<Tree, 'departments'>,
  on: { parentId: number | null; id: number; after: boolean },
  movedId: number,
): number | null {
  const rest = inOrder(departments, on.parentId).filter(({ id }) => id !== movedId)
  const at = rest.findIndex(({ id }) => id === on.id)
  return rest[on.after ? at + 1 : at]?.id ?? null
}

/** People without a department, or whose department went, stand at the top. */
export function treeOptions({ people, departments }: Tree): TreeOption[] {
  const known = new Set(departments.map(({ id }) => id))
  const inside = (id: number | null): TreeOption[] => [
    ...inOrder(departments, id).map((department) => ({
      key: `department-${department.id}`,
      label: department.name ?? '',
      headed: headOf(department, people),
      vacant: department.headId === null,
      children: inside(department.id),
    })),
    ...people
      .filter(({ departmentId }) => (departmentId !== null && known.has(departmentId) ? departmentId : null) === id)
      .map(personNode),
  ]
  return inside(null)
}
