// Writes the accepted cells: each record by its own command, so that rights, versions and history are those of an edit
// by hand; all of them one change set.
import type { Context } from '@main/api/context'
import type { JobHandle } from '@main/jobs/jobs'
import { ApiError, type ErrorCode, fail } from '@shared/api/errors'
import type { AcceptedRows, TakenEdits } from '@shared/features/importExport/sheetEdits'
import { findComparison, type KeptRow } from './comparisons'

/** Of one record; anything else would meet all the others too. */
const ownFailures: readonly ErrorCode[] = ['invalid', 'conflict', 'notFound', 'forbidden', 'rule']

interface Taken {
  /** Its place in the comparison. */
  at: number
  row: KeptRow
  values: Record<string, unknown>
  /** A customer that seems to be there already was chosen as another one. */
  another: boolean
}

/** @throws ApiError notFound for what was taken already, invalid for a cell that is not to be taken */
export function acceptedEdits(ctx: Context, name: string, rows: AcceptedRows): Taken[] {
  const { rows: kept } = findComparison(ctx, name)
  return rows.map(({ row: at, fields, despiteDuplicates = false }, index) => {
    const row = kept.get(at)
    if (!row) throw fail('notFound')
    const wrong = fields.find((field) => !row.values.has(field))
    if (wrong !== undefined) throw fail('invalid', { fields: { [`rows.${index}.fields`]: 'notAllowed' } })
    return { at, row, values: withCustom(row, fields), another: row.exists || despiteDuplicates }
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
  const { list, rows } = findComparison(ctx, name)
  const changeSet = ctx.write((inner) => {
    const id = inner.changeSetId()
    inner.about(list, null, { rows: taken.length })
    return id
  })
  const result: TakenEdits = { updated: 0, created: 0, failed: [], stopped: null, changeSetId: changeSet }
  // nothing is taken twice
  for (const { at } of taken) rows.delete(at)
  for (const [index, { at, row, values, another }] of taken.entries()) {
    const insisted = list === 'customers' && another ? { despiteDuplicates: true } : {}
    try {
      await job.breathe()
      if (row.record)
        await ctx.dispatch(`${list}.update`, { ...row.record, changes: values, ...insisted }, { changeSet })
      else await ctx.dispatch(`${list}.create`, { ...values, ...insisted }, { changeSet })
      result[row.record ? 'updated' : 'created']++
      job.progress(index + 1, taken.length, 'writing')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (!ownFailures.includes(error.code)) return { ...result, stopped: error.code }
      rows.set(at, row)
      result.failed.push({ row: at, line: row.line, label: row.label, ...reasonOf(error) })
    }
  }
  return result
}

/** The first field's own reason says more than that something is wrong. */
const reasonOf = ({ code, details }: ApiError): Pick<TakenEdits['failed'][number], 'code' | 'params'> => ({
  code: code === 'invalid' ? (Object.values(details.fields ?? {})[0] ?? code) : (details.code ?? code),
  ...(details.params ? { params: details.params } : {}),
})
