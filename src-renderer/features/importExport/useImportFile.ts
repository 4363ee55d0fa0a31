// The chosen file: uploaded, looked into, its columns given a meaning.
import { computed, reactive, ref, shallowRef } from 'vue'
import type { PickedFile } from '@shared/desktop'
import type { ImportSheet } from '@shared/features/importExport/endpoints'
import { api } from '@renderer/api/caller'
import { uploadFile } from '@renderer/api/files'
import { currentLanguage } from '@renderer/i18n'

type Inspection = Awaited<ReturnType<typeof api.importExport.inspect>>
type Header = { sheet: number; row: number }

export function useImportFile() {
  const token = ref('')
  const inspection = shallowRef<Inspection | null>(null)
  const sheetIndex = ref(0)
  const mapping = ref<Record<string, string>>({})
  /** 0 to 1 while the file is sent. */
  const uploaded = ref<number | null>(null)
  const reading = reactive<{ encoding?: string; separator?: string }>({})
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

  /** True when the file can be read. */
  async function send(file: PickedFile): Promise<boolean> {
    uploaded.value = 0
    try {
      token.value = await uploadFile(file, (share) => (uploaded.value = share))
      delete reading.encoding
      delete reading.separator
      await inspect()
      return inspection.value?.refusal === null
    } finally {
      uploaded.value = null
    }
  }

  return { token, inspection, sheet, sheetIndex, mapping, uploaded, reading, takeSheet, inspect, send }
}
