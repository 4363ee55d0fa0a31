import type { Context } from '@main/api/context'
import type { JobHandle } from '@main/jobs/jobs'
import type { ImportOptions } from '@shared/features/importExport/endpoints'
import type { Source } from './rows'
import type { Tally } from './tally'

export async function offerErrorFile(
  _ctx: Context,
  _source: Source,
  _options: ImportOptions,
  _tally: Tally,
  _job: JobHandle,
): Promise<string | null> {
  return null
}
