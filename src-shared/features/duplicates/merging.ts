// What a customer becomes when another is merged into it; the same for preview and host.
import type { Field, Fields } from '@shared/fields/field'

export type MergeChoice = 'keep' | 'gone'
export type MergeChoices = Record<string, MergeChoice>
type Values = Record<string, unknown>

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One value and a list of further ones: nothing of either is lost. */
const lists: Record<string, { others: string; max: number }> = {
  phone: { others: 'otherPhones', max: 300 },
  mail: { others: 'otherMails', max: 500 },
}
const listed = new Set(Object.values(lists).map(({ others }) => others))
/** Of a long text without a limit of its own. */
const longest = 10_000

/** Fields a person may be asked about. */
export const mergeableFields = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([key, field]) => !field.computed && !listed.has(key))

/**
 * The changes to the kept customer: chosen values, else its own, else the other's where it has none.
 * @example mergedChanges(customerFields.fields, keep, gone, { level: 'gone' })
 */
export function mergedChanges(fields: Fields, keep: Values, gone: Values, choices: MergeChoices): Values {
  const after: Values = {}
  for (const [key, field] of mergeableFields(fields)) {
    const more = lists[key]
    if (more) mergeList(after, { keep, gone }, { key, ...more, choice: choices[key] })
    else after[key] = merged(field, keep[key], gone[key], choices[key])
  }
  const changes = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(keep[key] ?? null)),
  )
  const custom = mergedCustom(customOf(keep), customOf(gone), choices)
  return Object.keys(custom).length > 0 ? { ...changes, custom } : changes
}

// `custom` of a row is always an object
const customOf = (row: Values): Values => (row['custom'] ?? {}) as Values

function merged(field: Field, keep: unknown, gone: unknown, choice: MergeChoice | undefined): unknown {
  if (choice === 'gone') return gone ?? null
  if (choice === 'keep' || isEmpty(gone)) return keep
  if (isEmpty(keep)) return gone
  if (field.kind === 'choices') return [...new Set([...(keep as string[]), ...(gone as string[])])] // both are lists of codes
  return field.kind === 'longText' ? joined(text(keep), text(gone), field.max ?? longest) : keep
}

const joined = (keep: string, gone: string, max: number): string =>
  keep.includes(gone) || keep.length + gone.length + 1 > max ? keep : `${keep}\n${gone}`

function mergedCustom(keep: Values, gone: Values, choices: MergeChoices): Values {
  const changes: Values = {}
  for (const key of Object.keys({ ...keep, ...gone })) {
    const choice = choices[`custom.${key}`]
    const value = choice === 'gone' || (choice === undefined && isEmpty(keep[key])) ? (gone[key] ?? null) : keep[key]
    if (JSON.stringify(value ?? null) !== JSON.stringify(keep[key] ?? null)) changes[key] = value
  }
  return changes
}

interface ListField {
  key: string
  others: string
  max: number
  choice: MergeChoice | undefined
}

function mergeList(
  after: Values,
  { keep, gone }: { keep: Values; gone: Values },
  { key, others, max, choice }: ListField,
): void {
  const all = (row: Values): string[] =>
    [text(row[key]), ...text(row[others]).split(/[;；]\s*/u)].map((one) => one.trim()).filter((one) => one !== '')
  const [first, second] = choice === 'gone' && !isEmpty(gone[key]) ? [gone, keep] : [keep, gone]
  const seen = new Set<string>()
  const [main, ...rest] = [...all(first), ...all(second)].filter((one) => {
    const bare = one.replace(/[\s()（）-]/gu, '').toLowerCase()
    return seen.has(bare) ? false : seen.add(bare)
  })
  after[key] = main ?? null
  const fitting: string[] = []
  for (const one of rest) if ([...fitting, one].join('; ').length <= max) fitting.push(one)
  after[others] = fitting.length > 0 ? fitting.join('; ') : null
}
