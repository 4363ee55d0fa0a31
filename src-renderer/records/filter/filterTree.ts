// A filter while it is being built: groups of conditions that all must hold, or any of them.
import type { Condition, Filter } from '@shared/api/filters'
import type { ListedField } from '@renderer/records/fieldList'
import { firstValue, isWhole, operatorsOf, shapeOf } from './operators'

export interface ConditionNode {
  kind: 'condition'
  id: number
  condition: Condition
}
export interface GroupNode {
  kind: 'group'
  id: number
  word: 'and' | 'or'
  parts: FilterNode[]
}
export type FilterNode = ConditionNode | GroupNode

/** Nobody reads a filter nested deeper. */
export const deepest = 3

let last = 0
const nextId = (): number => ++last

export const newGroup = (word: GroupNode['word'], parts: FilterNode[] = []): GroupNode => ({
  kind: 'group',
  id: nextId(),
  word,
  parts,
})

export function newCondition({ key, field }: ListedField): ConditionNode {
  const operator = operatorsOf(field)[0] ?? 'notEmpty'
  const value = firstValue(shapeOf(field, operator))
  return {
    kind: 'condition',
    id: nextId(),
    condition: { field: key, operator, ...(value === undefined ? {} : { value }) },
  }
}

export function nodeOf(filter: Filter): FilterNode {
  if ('and' in filter) return newGroup('and', filter.and.map(nodeOf))
  if ('or' in filter) return newGroup('or', filter.or.map(nodeOf))
  return { kind: 'condition', id: nextId(), condition: { ...filter } }
}

/** The root is always a group, so that there is a place to add to. */
export function rootOf(parts: readonly Filter[]): GroupNode {
  const only = parts.length === 1 ? parts[0] : undefined
  const node = only && nodeOf(only)
  return node?.kind === 'group' ? node : newGroup('and', parts.map(nodeOf))
}

/** What says nothing yet is left out; null when nothing is left. */
export function filterOf(node: FilterNode, fields: ReadonlyMap<string, ListedField>): Filter | null {
  if (node.kind === 'condition') {
    const field = fields.get(node.condition.field)?.field
    if (!field || !isWhole(field, node.condition)) return null
    const { field: key, operator, value } = node.condition
    return shapeOf(field, operator) === 'none' ? { field: key, operator } : { field: key, operator, value }
  }
  const parts = node.parts.flatMap((part) => filterOf(part, fields) ?? [])
  if (parts.length <= 1) return parts[0] ?? null
  return node.word === 'and' ? { and: parts } : { or: parts }
}

export const conditionsIn = (filter: Filter): Condition[] => {
  if ('and' in filter) return filter.and.flatMap(conditionsIn)
  return 'or' in filter ? filter.or.flatMap(conditionsIn) : [filter]
}
