// One cell as the value of one field: what the words mean, or why they cannot be taken.
import type { Field } from '@shared/fields/field'
import { valueSchema } from '@shared/fields/schemas'
import { findRegion, regionNow } from '@shared/regions'
import { headingUnit, parseAmount, parseCount } from './amounts'
import { splitTags } from './cellLists'
import { choiceOf, yesNoOf } from './choiceWords'
import { type DayRules, parseDay, parseInstant } from './days'
import type { ProblemCode } from './problemCode'

export interface CellRules extends DayRules {
  heading: string
  /** Who or what a name stands for; only the host knows. */
  named?: (field: Field, text: string) => CellResult
}

/** `warning`: taken, but not as it stood; the whole text goes to the note. `problem`: not taken, goes to the note. */
export type CellResult = { value: unknown; warning?: ProblemCode } | { problem: ProblemCode }

const nothing = /^([-—–_/\\.。·~]+|无|没有|暂无|未知|不详|空|n\/?a|null|none|nil|undefined|\\n|\?+|#n\/a)$/iu
/** What people write to say that there is nothing. */
export const saysNothing = (text: string): boolean => nothing.test(text.trim())

const defaultMax: Partial<Record<Field['kind'], number>> = { text: 200, longText: 10_000 }
const schemas = new WeakMap<Field, ReturnType<typeof valueSchema>>()

/** @param target e.g. 'customers.level' */
export function cellValue(target: string, field: Field, text: string, rules: CellRules): CellResult {
  const found = reading(target, field, text, rules)
  if ('problem' in found) return found
  const schema = schemas.get(field) ?? valueSchema(field)
  schemas.set(field, schema)
  if (schema.safeParse(found.value).success) return found
  return { problem: field.format ?? (field.kind === 'person' || field.kind === 'file' ? 'record' : field.kind) }
}

const orProblem = (value: unknown, problem: ProblemCode): CellResult => (value === null ? { problem } : { value })

function reading(target: string, field: Field, text: string, rules: CellRules): CellResult {
  switch (field.kind) {
    case 'money':
      return money(text, rules)
    case 'number':
      return orProblem(parseCount(text), 'number')
    case 'date':
      return orProblem(parseDay(text, rules), 'date')
    case 'dateTime':
      return orProblem(parseInstant(text, rules), 'dateTime')
    case 'choice':
      return orProblem(field.custom ? ownChoice(field, text) : choiceOf(target, text), 'choice')
    case 'choices':
      return { value: splitTags(text).map((word) => ownChoice(field, word) ?? word) }
    case 'person':
    case 'reference':
      return rules.named?.(field, text) ?? { problem: 'record' }
    case 'yesNo':
      return orProblem(yesNoOf(text), 'yesNo')
    default:
      return words(field, text)
  }
}

/** The option that is called so, or has this code. */
function ownChoice({ options = [], custom }: Field, text: string): string | null {
  const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase()
  const wanted = plain(text)
  return options.find((code) => plain(custom?.optionLabels?.[code] ?? code) === wanted || code === wanted) ?? null
}

function money(text: string, { heading }: CellRules): CellResult {
  const amount = parseAmount(text, headingUnit(heading))
  if (!amount) return { problem: 'money' }
  const value = Math.round(amount.value * 100)
  return amount.foreign ? { value, warning: 'currency' } : { value }
}

function words(field: Field, text: string): CellResult {
  const max = field.max ?? defaultMax[field.kind] ?? 200
  if (field.format === 'region') return region(text)
  if (field.format === 'taxNumber') return { value: text.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '') }
  const line = field.kind === 'text' ? text.replace(/\s*\n\s*/gu, ' ') : text
  return line.length <= max ? { value: line } : { value: line.slice(0, max), warning: 'cut' }
}

function region(text: string): CellResult {
  const code = /^\d{2}(\d{2}(\d{2})?)?$/u.test(text) ? regionNow(text) : findRegion(text)
  return code === null ? { problem: 'region' } : { value: code }
}
