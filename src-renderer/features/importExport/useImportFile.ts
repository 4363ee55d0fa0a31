// The chosen file: uploaded, looked into, its columns given a meaning.
import { computed, reactive, ref, shallowRef } from 'vue'
import type { PickedFile } from '@shared/desktop'
import { ApiError } from '@shared/api/errors'
import { mostFiles, type ImportSheet } from '@shared/features/importExport/endpoints'
import { api } from '@renderer/api/caller'
import { uploadFile } from '@renderer/api/files'
import { currentLanguage } from '@renderer/i18n'

type Inspection = Awaited<ReturnType<typeof api.importExport.inspect>>
type Header = { sheet: number; row: number }

/** Told before anything is sent. */
function guardSeveral(files: readonly PickedFile[]): void {
  if (files.some(({ name }) => !/\.(vcf|vcard)$/iu.test(name))) throw new ApiError('rule', { code: 'reading.oneTable' })
  if (files.length > mostFiles) throw new ApiError('rule', { code: 'importTooManyFiles', params: { limit: mostFiles } })
}

export function useImportFile() {
  const token = ref('')
  const inspection = shallowRef<Inspection | null>(null)
  const sheetIndex = ref(0)
  const mapping = ref<Record<string, string>>({})
  /** 0 to 1 while the file is sent. */
  const uploaded = ref<number | null>(null)
  const reading = reactive<{ encoding?: string; separator?: string; more?: string[] }>({})
  const sheet = computed<ImportSheet | undefined>(() => inspection.value?.sheets[sheetIndex.value])

  function takeSheet(index: number): void {
    sheetIndex.value = index
    mapping.value = { ...sheet.value?.mapping }
  }

  /** Reads the file again, e.g. in another encoding or with the headings in another line. */
  async function inspect(header?: Header): Promise<void> {
    const language = currentLanguage()
    const found = await api.importExport.inspect({
      token: token.value,
      ...reading,
      language,
      ...(header && { header }),
    })
    inspection.value = found
    const first = found.sheets.findIndex((one) => !one.hidden && one.rows > 0 && one.named)
    takeSheet(header ? header.sheet : Math.max(0, first))
  }

  /** True when the files can be read; several are one import. */
  async function send(files: readonly PickedFile[]): Promise<boolean> {
    if (files.length > 1) guardSeveral(files)
    uploaded.value = 0
    try {
      const tokens: string[] = []
      for (const file of files)
        tokens.push(await uploadFile(file, (share) => (uploaded.value = (tokens.length + share) / files.length)))
      const [first = '', ...more] = tokens
      token.value = first
      delete reading.encoding
      delete reading.separator
      delete reading.more
      if (more.length > 0) reading.more = more
      await inspect()
      return inspection.value?.refusal === null
    } finally {
      uploaded.value = null
    }
  }

  return { token, inspection, sheet, sheetIndex, mapping, uploaded, reading, takeSheet, inspect, send }
}
