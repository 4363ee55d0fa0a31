// Paper in a browser: the document in a frame that can run nothing, handed to the browser's own print dialog.
import type { PaperOutcome, PrintJob } from '@shared/desktop'

const paged = ({ html, landscape }: PrintJob): string =>
  `<style>@page { size: A4 ${landscape ? 'landscape' : 'portrait'} }</style>${html}`

/** Done when the dialog was shown; a browser does not tell what became of it. */
export const printInFrame = (job: PrintJob): Promise<PaperOutcome> =>
  new Promise((resolve) => {
    const frame = document.createElement('iframe')
    // No allow-scripts: what people typed stays text. allow-same-origin lets this page call print().
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
    frame.style.cssText = 'position:fixed;inset-inline-end:100%;width:210mm;height:297mm;border:0'
    frame.srcdoc = paged(job)
    frame.addEventListener('load', () => {
      const paper = frame.contentWindow
      const title = document.title
      // Browsers take the file name of a PDF from the title of the page around the frame.
      document.title = job.title
      paper?.print()
      document.title = title
      frame.remove()
      resolve(paper ? 'done' : 'failed')
    })
    document.body.append(frame)
  })
