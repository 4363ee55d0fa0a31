// Reading PDFs with pdf.js, whose parts lie beside the page (electron.vite.config.ts): no script of a document is run,
// no font or picture is fetched from outside.
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export interface PdfPages {
  count: number
  /** The page as a picture as wide as the place, sharp on fine screens. */
  draw(number: number, width: number): Promise<HTMLCanvasElement>
  close(): void
}

const sharpest = 2

export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfPages> {
  GlobalWorkerOptions.workerSrc = worker
  const task = getDocument({
    // the reader takes the bytes away
    data: bytes.slice(),
    cMapUrl: '/pdf/cmaps/',
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 50_000_000,
  })
  const document = await task.promise
  return {
    count: document.numPages,
    async draw(number, width) {
      const page = await document.getPage(number)
      const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(sharpest, devicePixelRatio)
      const viewport = page.getViewport({ scale })
      const canvas = globalThis.document.createElement('canvas')
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      await page.render({ canvas, viewport }).promise
      page.cleanup()
      return canvas
    },
    close: () => void task.destroy(),
  }
}
