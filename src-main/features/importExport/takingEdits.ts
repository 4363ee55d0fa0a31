// Writes the accepted cells: each record by its own command, so that rights, versions and history are those of an edit
// by hand; all of them one change set.
import type { Context } from '@main/api/context'
import type { JobHandle } from '@main/jobs/jobs'
import { ApiError, type ErrorCode, fail } from '@shared/api/errors'
import type { AcceptedRows, TakenEdits } from '@shared/features/importExport/sheetEdits'
import { findComparison, forgetComparison, type KeptRow } from './comparisons'

/** Of one record; anything else would meet all the others too. */
const ownFailures: readonly ErrorCode[] = ['invalid', 'conflict', 'notFound', 'forbidden', 'rule']

interface Taken {
  row: KeptRow
  values: Record<string, unknown>
}

/** @throws ApiError notFound, invalid for a cell that is not to be taken */
export function acceptedEdits(ctx: Context, name: string, rows: AcceptedRows): Taken[] {
  const { rows: kept } = findComparison(ctx, name)
  return rows.map(({ row: at, fields }, index) => {
    const row = kept[at]
    if (!row) throw fail('invalid', { fields: { [`rows.${index}`]: 'unknown' } })
    const wrong = fields.find((field) => !row.values.has(field))
    if (wrong !== undefined) throw fail('invalid', { fields: { [`rows.${index}.fields`]: 'notAllowed' } })
    return { row, values: withCustom(row, fields) }
  })
}

function withCustom({ values }: KeptRow, fields: readonly string[]): Record<string, unknown> {
  const own: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.startsWith('custom.')) custom[field.slice(7)] = values.get(field)
    else own[field] = values.get(field)
  }
  return Object.keys(custom).length > 0 ? { ...own, custom } : own
}

export async function takeEdits(
  ctx: Context,
  name: string,
  taken: readonly Taken[],
  job: JobHandle,
): Promise<TakenEdits> {
  const { list } = findComparison(ctx, name)
  const changeSet = ctx.write((inner) => {
    const id = inner.changeSetId()
    inner.about(list, null, { rows: taken.length })
    return id
  })
  const result: TakenEdits = { updated: 0, created: 0, failed: [], stopped: null, changeSetId: changeSet }
  forgetComparison(ctx, name)
  for (const [index, { row, values }] of taken.entries()) {
    try {
      await job.breathe()
      if (row.record) await ctx.dispatch(`${list}.update`, { ...row.record, changes: values }, { changeSet })
      else await ctx.dispatch(`${list}.create`, list === 'customers' ? another(row, values) : values, { changeSet })
      result[row.record ? 'updated' : 'created']++
      job.progress(index + 1, taken.length, 'writing')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (!ownFailures.includes(error.code)) return { ...result, stopped: error.code }
      result.failed.push({ line: row.line, label: row.label, code: codeOf(error) })
    }
  }
  return result
}

/** A second customer of one name was chosen as such. */
const another = ({ exists }: KeptRow, values: Record<string, unknown>): Record<string, unknown> =>
  exists ? { ...values, despiteDuplicates: true } : values

/** The first field's own reason says more than that something is wrong. */
const codeOf = ({ code, details }: ApiError): string =>
  code === 'invalid' ? (Object.values(details.fields ?? {})[0] ?? code) : (details.code ?? code)
