// One import from the chosen file to its result: what the steps of the wizard share.
import { computed, reactive, ref, shallowRef } from 'vue'
import type { PickedFile } from '@shared/desktop'
import { importResult, type ImportResult } from '@shared/features/importExport/endpoints'
import { api, toApiError } from '@renderer/api/caller'
import { jobError, useJob } from '@renderer/api/jobs'
import { refresh } from '@renderer/api/queries'
import { currentLanguage } from '@renderer/i18n'
import { useSession } from '@renderer/stores/session'
import { useGuarded } from './guarded'
import { useImportFile } from './useImportFile'

export type ImportStep = 'file' | 'mapping' | 'check' | 'result'
type Options = Parameters<typeof api.importExport.run>[0]
type BlankCompany = NonNullable<Options['blankCompany']>
type Settings = Pick<Options, 'mode' | 'matchBy' | 'ownerId' | 'tags' | 'overwrite'> & {
  unmappedToNote: boolean
  /** Null: as the sheet itself seems to mean it. */
  blankCompany: BlankCompany | null
}

const firstSettings = (ownerId: number): Settings => ({
  mode: 'both',
  matchBy: ['name', 'phone', 'taxNumber'],
  ownerId,
  tags: [],
  overwrite: false,
  unmappedToNote: true,
  blankCompany: null,
})

/** Dry run and run: both are jobs whose result is an ImportResult. */
function useImportRun(options: () => Options) {
  const { job, share, cancel, follow } = useJob()
  const dry = shallowRef<ImportResult | null>(null)
  const result = shallowRef<ImportResult | null>(null)
  const stopped = ref(false)

  /** Null: called off before its first row. @throws ApiError with `jobLost` when the host went away meanwhile */
  async function toEnd(jobId: number): Promise<ImportResult | null> {
    const ended = await follow(jobId)
    const failed = ended && jobError(ended)
    if (failed) throw failed
    const parsed = importResult.safeParse(ended?.result)
    return parsed.success ? parsed.data : null
  }
  async function runDry(): Promise<void> {
    dry.value = null
    dry.value = await toEnd((await api.importExport.dryRun(options())).jobId)
  }
  async function runWet(): Promise<void> {
    stopped.value = false
    result.value = await toEnd((await api.importExport.run(options())).jobId)
    // called off before its first row: there is no result to show
    stopped.value = result.value === null
    refresh('*')
  }
  return { job, share, cancel, dry, result, stopped, runDry, runWet }
}

export function useImport() {
  const step = ref<ImportStep>('file')
  const file = useImportFile()
  const settings = reactive(firstSettings(useSession().info?.personId ?? 0))
  const { busy, failure, guarded } = useGuarded()
  const blankCompany = computed<BlankCompany>({
    get: () => settings.blankCompany ?? file.sheet.value?.blankCompany ?? 'person',
    set: (chosen) => (settings.blankCompany = chosen),
  })
  const { runDry, runWet, ...run } = useImportRun(() => ({
    token: file.token.value,
    ...file.reading,
    sheet: file.sheetIndex.value,
    headerRow: file.sheet.value?.headerRow ?? 0,
    mapping: file.mapping.value,
    ...settings,
    blankCompany: blankCompany.value,
    language: currentLanguage(),
  }))

  /** A file that is gone, or a host that started anew, leaves nothing to go on with but the choice of a file. */
  const orFromStart = (work: () => Promise<void>): Promise<void> =>
    guarded(async () => {
      await work().catch((thrown: unknown) => {
        if (['jobLost', 'fileGone'].includes(toApiError(thrown).details.code ?? '')) step.value = 'file'
        throw thrown
      })
    })

  return {
    ...file,
    ...run,
    step,
    settings,
    blankCompany,
    busy,
    failure,
    take: (picked: readonly PickedFile[]) =>
      guarded(async () => {
        settings.blankCompany = null
        file.inspection.value = null
        if (await file.send(picked)) step.value = 'mapping'
      }),
    readAgain: (header?: { sheet: number; row: number }) => orFromStart(() => file.inspect(header)),
    tryOut: () => ((step.value = 'check'), (run.stopped.value = false), orFromStart(runDry)),
    run: () => orFromStart(async () => void (await runWet(), run.result.value && (step.value = 'result'))),
    startAgain() {
      step.value = 'file'
      run.stopped.value = false
      file.inspection.value = run.dry.value = run.result.value = failure.value = null
    },
  }
}
export type Import = ReturnType<typeof useImport>
