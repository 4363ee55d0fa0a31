// Custom values beside the others as `custom.key`, as forms, filters and tables call them; and back.
type Values = Record<string, unknown>

/** Custom values of a row by the names they are called. */
export const flatCustom = (custom: unknown): Values =>
  // the group of custom values of any row
  Object.fromEntries(
    Object.entries((custom as Values | undefined) ?? {}).map(([key, value]) => [`custom.${key}`, value]),
  )

/**
 * In the shape the host takes.
 * @example nested({ name: '德力', 'custom.grade': 'a' }) // { name: '德力', custom: { grade: 'a' } }
 */
export function nested<T extends Values>(values: T): T & { custom?: Values } {
  const own = Object.entries(values).filter(([key]) => !key.startsWith('custom.'))
  const custom = Object.entries(values).filter(([key]) => key.startsWith('custom.'))
  const group =
    custom.length > 0 ? { custom: Object.fromEntries(custom.map(([key, value]) => [key.slice(7), value])) } : {}
  // the same keys and values, some one level down
  return { ...Object.fromEntries(own), ...group } as T & { custom?: Values }
}
