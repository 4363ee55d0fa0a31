// A definition while it is being edited, and back to what the host takes.
import type { Field, FieldKind } from '@shared/fields/field'
import { customFormats, type DefinitionBody } from '@shared/fields/definition'
import { isWhole, type RuleCondition } from '@shared/fields/rules'

/** Phones, mails and links are offered like kinds; they are texts of a format. */
export const offeredKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'dateTime',
  'choice',
  'choices',
  'yesNo',
  'person',
  'reference',
  'file',
  'phone',
  'mail',
  'link',
] as const
export type OfferedKind = (typeof offeredKinds)[number]

export interface Draft {
  label: string
  kind: OfferedKind
  options: { code: string; label: string }[]
  open: boolean
  entity: 'customers' | 'contacts'
  fallback: unknown
  help: string
  required: boolean
  unique: boolean
  filterable: boolean
  searched: boolean
  shownWhen: RuleCondition[]
  requiredWhen: RuleCondition[]
  /** Words of options taken away, which old values still show. */
  formerLabels: Record<string, string>
}

export const kindOf = (field: Pick<DefinitionBody, 'kind' | 'format'>): OfferedKind => field.format ?? field.kind

export function draftOf(label: string, body: DefinitionBody | null): Draft {
  const labels = body?.optionLabels ?? {}
  return {
    label,
    kind: body ? kindOf(body) : 'text',
    options: (body?.options ?? []).map((code) => ({ code, label: labels[code] ?? code })),
    open: body?.open ?? false,
    entity: body?.entity ?? 'customers',
    fallback: body?.fallback ?? null,
    help: body?.help ?? '',
    required: body?.required ?? false,
    unique: body?.unique ?? false,
    filterable: body?.filterable ?? true,
    searched: body?.searched ?? false,
    shownWhen: (body?.shownWhen ?? []).map((one) => ({ ...one })),
    requiredWhen: (body?.requiredWhen ?? []).map((one) => ({ ...one })),
    formerLabels: { ...labels },
  }
}

const isFormat = (kind: OfferedKind): kind is (typeof customFormats)[number] =>
  customFormats.some((format) => format === kind)

/** Which of the settings a kind has. */
export const settingsOf = (kind: OfferedKind) => {
  const plain: FieldKind = isFormat(kind) ? 'text' : kind
  return {
    plain,
    options: plain === 'choice' || plain === 'choices',
    open: plain === 'choices',
    refers: plain === 'reference',
    unique: ['text', 'number', 'date'].includes(plain),
    searched: plain === 'text' || plain === 'longText',
    filterable: plain !== 'longText' && plain !== 'file',
    fallback: !['file', 'person', 'reference'].includes(plain),
  }
}

const isSet = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Conditions nobody finished are left out. */
function ruleOf(part: 'shownWhen' | 'requiredWhen', conditions: readonly RuleCondition[]) {
  const whole = conditions.filter(isWhole)
  return whole.length > 0 ? { [part]: whole } : {}
}

export function bodyOf(draft: Draft): DefinitionBody {
  const has = settingsOf(draft.kind)
  const labels = { ...draft.formerLabels, ...Object.fromEntries(draft.options.map((one) => [one.code, one.label])) }
  const withFallback = has.fallback && !(has.unique && draft.unique) && isSet(draft.fallback)
  return {
    kind: has.plain,
    ...(isFormat(draft.kind) ? { format: draft.kind } : {}),
    ...(has.options && draft.options.length > 0
      ? { options: draft.options.map((one) => one.code), optionLabels: labels }
      : {}),
    ...(has.open && draft.open ? { open: true } : {}),
    ...(has.refers ? { entity: draft.entity } : {}),
    // the input of the same kind made it
    ...(withFallback ? { fallback: draft.fallback as NonNullable<DefinitionBody['fallback']> } : {}),
    ...(draft.help.trim() ? { help: draft.help.trim() } : {}),
    ...(draft.required ? { required: true } : {}),
    ...(has.unique && draft.unique ? { unique: true } : {}),
    ...(has.filterable && !draft.filterable ? { filterable: false } : {}),
    ...(has.searched && draft.searched ? { searched: true } : {}),
    ...ruleOf('shownWhen', draft.shownWhen),
    ...(draft.required ? {} : ruleOf('requiredWhen', draft.requiredWhen)),
  }
}

/** A code no option ever had. */
export function freshCode({ options, formerLabels }: Draft): string {
  const used = [...options.map((one) => one.code), ...Object.keys(formerLabels)]
  for (let n = used.length + 1; ; n++) if (!used.includes(`o${n}`)) return `o${n}`
}

/** Whether conditions may be put on a field, and with which values. */
export const isConditional = ({ kind, format, computed }: Field): boolean =>
  !computed && !['longText', 'file', 'reference', 'person'].includes(kind) && format === undefined
