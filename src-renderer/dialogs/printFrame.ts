// Paper in a browser: the document in a frame that can run nothing, handed to the browser's own print dialog.
import type { PaperOutcome, PrintJob } from '@shared/desktop'

const paged = ({ html, landscape }: PrintJob): string =>
  `<style>@page { size: A4 ${landscape ? 'landscape' : 'portrait'} }</style>${html}`

let last: HTMLIFrameElement | null = null

/** Done when the dialog was shown; a browser does not tell what became of it. */
export const printInFrame = (job: PrintJob): Promise<PaperOutcome> =>
  new Promise((resolve) => {
    last?.remove()
    const frame = document.createElement('iframe')
    last = frame
    // No allow-scripts: what people typed stays text. allow-same-origin lets this page call print().
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
    frame.style.cssText = 'position:fixed;inset-inline-end:100%;width:210mm;height:297mm;border:0'
    frame.srcdoc = paged(job)
    // while it loads, print() only makes a note to print later, which would go with the frame
    frame.addEventListener('load', () => setTimeout(() => resolve(handOver(frame, job))), { once: true })
    document.body.append(frame)
  })

/** Some browsers come back at once and print from the frame meanwhile: it stays until they are through. */
function handOver(frame: HTMLIFrameElement, { title }: PrintJob): PaperOutcome {
  const paper = frame.contentWindow
  if (!paper) return 'failed'
  const before = document.title
  const end = (): void => {
    if (document.title === title) document.title = before
    frame.remove()
  }
  paper.addEventListener('afterprint', () => setTimeout(end), { once: true })
  // Browsers take the file name of a PDF from the title of the page around the frame.
  document.title = title
  paper.print()
  return 'done'
}
