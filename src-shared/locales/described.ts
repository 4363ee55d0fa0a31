// How an entity is described in one language: its name, fields, choices and groups.

export interface Described {
  one: string
  fields: Record<string, string>
  groups: Record<string, string>
  choices: Record<string, Record<string, string>>
}

type Part<D extends Record<string, Described>, K extends keyof Described> = { [E in keyof D]: D[E][K] }

/**
 * One part of every description, by entity.
 * @example partOf({ customers: customersRecord }, 'fields').customers.name
 */
export const partOf = <D extends Record<string, Described>, K extends keyof Described>(all: D, part: K): Part<D, K> =>
  // the entries keep their keys and give exactly the named part
  Object.fromEntries(Object.entries(all).map(([entity, one]) => [entity, one[part]])) as Part<D, K>
