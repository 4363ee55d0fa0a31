// What a field and a value of it are called where an import tells of them: never by key or code.
import type { Context } from '@main/api/context'
import { customFieldsOf } from '@main/records/customFields'
import { cellText, minuteOf } from '@main/records/fieldTexts'
import type { Field } from '@shared/fields/field'
import type { FieldWords } from '@shared/features/importExport/mergeRows'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'
import { regionName } from '@shared/regions'
import { nameOfValue } from './named'

/** @example fieldWords(ctx, 'customers', 'zh-CN')('region', '4403') // { heading: '地区', value: '广东省 深圳市' } */
export function fieldWords(ctx: Context, kind: 'customers' | 'contacts', language: Language): FieldWords {
  const own = customFieldsOf(ctx.db, kind)
  const { fields, choices } = wordsIn(language)
  const labels: Record<string, string> = fields[kind]
  const codes: Record<string, Record<string, string>> = choices[kind]
  const entity = ctx.services.entities.get(kind)
  return (field, value) => {
    const custom = field.startsWith('custom.') ? own[field.slice('custom.'.length)] : undefined
    const measured = asMeasured(custom ?? entity.set.fields[field], value)
    if (measured !== null) return { heading: custom?.custom?.label ?? labels[field] ?? field, value: measured }
    if (custom) return { heading: custom.custom?.label ?? field, value: nameOfValue(ctx, custom, value) }
    const { kind: type, format } = { format: undefined, ...entity.set.fields[field] }
    const named = type === 'person' ? nameOfValue(ctx, { kind: type }, value) : codes[field]?.[value]
    const place = type === 'text' && format === 'region' ? regionName(value) : ''
    return { heading: labels[field] ?? field, value: place || (named ?? value) }
  }
}

/** An amount in yuan, a moment as people write it; null for what is no number. */
function asMeasured(field: Field | undefined, value: string): string | null {
  if (field?.kind === 'money') return cellText({ number: Number(value) / 100, as: 'money' })
  return field?.kind === 'dateTime' ? minuteOf(Number(value)) : null
}
